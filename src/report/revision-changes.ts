import { reportFormats } from '../law/report-formats.ts'
import { paragraphChanges, type WordChange, wordChanges } from '../text/word-changes.ts'
import { type DifferingCell, differingCells } from './differing-cells.ts'
import type { AnnualReport } from './report.ts'
import { type PrintedSection, printReport } from './write/printed.ts'

/** A place of the text in which a correction differs from what it corrected, by its printed heading. */
export interface ChangedWords {
  readonly label: string
  readonly words: readonly WordChange[]
}

export interface RevisionChanges {
  /** Null where the two follow different forms, whose cells are not the same. */
  readonly cells: readonly DifferingCell[] | null
  readonly words: readonly ChangedWords[]
}

/** By sentence where at least one was read from a file: what is a paragraph there depends on the kind of file. */
type Part = 'paragraph' | 'sentence'

/** Everything that is printed otherwise in the correction than in what it corrected. Both are reports that were published. */
export function revisionChanges(before: AnnualReport, after: AnnualReport, by: Part = 'paragraph'): RevisionChanges {
  const [was, is] = [printReport(before), printReport(after)]
  const places = [...new Set([...was.sections, ...is.sections].map(({ id }) => id))]
  const sectionIn = (sections: readonly PrintedSection[], id: PrintedSection['id']) =>
    sections.find((section) => section.id === id)
  return {
    cells:
      was.format === is.format && (is.format === '2019' || is.format === '2021')
        ? differingCells(reportFormats[is.format], before, after)
        : null,
    words: [
      ...lineChange('标题', was.title, is.title),
      ...places.flatMap((id) => sectionChanges(sectionIn(was.sections, id), sectionIn(is.sections, id), by)),
    ],
  }
}

const lineChange = (label: string, before: string, after: string): ChangedWords[] =>
  before === after ? [] : [{ label, words: wordChanges(before, after) }]

/** Before 一 stands a part without a heading. */
const nameless = '开头'

const sentencesOf = (paragraphs: readonly string[]): string[] =>
  paragraphs
    .join('')
    .replaceAll(/\s+/g, '')
    .match(/[^。！？；]+[。！？；]*/g) ?? []

function sectionChanges(was: PrintedSection | undefined, is: PrintedSection | undefined, by: Part): ChangedWords[] {
  const [partsOf, unit] =
    by === 'sentence' ? [sentencesOf, '句'] : [(paragraphs: readonly string[]) => paragraphs, '段']
  const name = is?.heading ?? was?.heading ?? nameless
  return [
    ...lineChange(`“${name}”的标题`, was?.heading ?? '', is?.heading ?? ''),
    ...paragraphChanges(partsOf(was?.paragraphs ?? []), partsOf(is?.paragraphs ?? [])).map(({ paragraph, words }) => ({
      label: `“${name}”第${paragraph + 1}${unit}`,
      words,
    })),
  ]
}
