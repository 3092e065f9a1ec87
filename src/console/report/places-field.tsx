import { Select } from 'antd'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { cellName } from '../../report/cell-name.ts'
import type { Pinned } from '../../report/draft/pinned.ts'
import { wordedSections } from '../../report/draft/words.ts'
import { cellId, type Section } from '../../report/report.ts'
import { cellsOf, cellWithId } from '../../report/sheet.ts'
import { sectionLabels } from './places.ts'

const shortest = 30

/** Places of the report that a return may be pinned to, as they are chosen. */
const placesOf = (sections: readonly Section[]): { readonly label: string; readonly pinned: Pinned }[] => [
  ...wordedSections.flatMap((section) =>
    (sections.find(({ id }) => id === section)?.paragraphs ?? []).map((words, paragraph) => ({
      label: `${sectionLabels[section]} 第${paragraph + 1}段：${words.slice(0, shortest)}`,
      pinned: { kind: 'paragraph', section, paragraph } as const,
    })),
  ),
  ...cellsOf(reportFormat2021).map((cell) => ({
    label: cellName(reportFormat2021, cell),
    pinned: { kind: 'cell', cell: cellId(cell) } as const,
  })),
]

/** What a pinned place is called. */
const pinnedLabel = (pinned: Pinned): string => {
  if (pinned.kind === 'paragraph') return `${sectionLabels[pinned.section]} 第${pinned.paragraph + 1}段`
  const cell = cellWithId(reportFormat2021, pinned.cell)
  return cell ? cellName(reportFormat2021, cell) : pinned.cell
}

interface PlacesFieldProps {
  /** The words of the report, in which paragraphs are chosen. */
  readonly sections: readonly Section[]
  readonly id?: string
  readonly value?: readonly Pinned[]
  readonly onChange?: (pinned: Pinned[]) => void
}

/** Places of a report that a return is pinned to: cells of its tables, paragraphs of its words. */
export function PlacesField({ sections, id, value = [], onChange }: PlacesFieldProps) {
  const places = placesOf(sections)
  return (
    <Select<string[]>
      mode="multiple"
      {...(id === undefined ? {} : { id })}
      allowClear
      placeholder="统计表的格、文字的段落"
      value={value.map((each) => JSON.stringify(each))}
      showSearch={{ optionFilterProp: 'label' }}
      options={places.map(({ label, pinned }) => ({ label, value: JSON.stringify(pinned) }))}
      onChange={(chosen) =>
        onChange?.(places.flatMap(({ pinned }) => (chosen.includes(JSON.stringify(pinned)) ? [pinned] : [])))
      }
    />
  )
}

/** Places to which a return is pinned. */
export function PinnedList({ pinned }: { pinned: readonly Pinned[] }) {
  if (pinned.length === 0) return null
  return (
    <ul className="plain-list">
      {pinned.map((each) => (
        <li key={JSON.stringify(each)}>{pinnedLabel(each)}</li>
      ))}
    </ul>
  )
}
