import { Alert, Button, Collapse } from 'antd'
import { timeOfDayAt } from '../../days/plain-date.ts'
import type { DraftContent } from '../../report/draft/draft-event.ts'
import type { DraftView, ReportView } from '../../report/draft/report-view.ts'
import { type WordedSection, wordedSections, wordsFrom } from '../../report/draft/words.ts'
import type { Section } from '../../report/report.ts'
import { useKept } from '../disclosure/edit/use-keeper.ts'
import { RichText } from '../disclosure/text/rich-text.tsx'
import { Panel } from '../requests/case/panel.tsx'
import { CountTool } from './count-tool.tsx'
import { KeepingWords } from './keeping-words.tsx'
import { sectionLabels } from './places.ts'
import { mergedParts, type ReportKeeper } from './use-report-keeper.ts'

/** The parts that a person writes: each in an editor, beside what the registers propose and what stood there last year. */
export function WordsPart({ view, draft, keeper }: { view: ReportView; draft: DraftView; keeper: ReportKeeper }) {
  const { content, exchanged } = useKept(keeper)
  return (
    <>
      <OthersNotice draft={draft} />
      {wordedSections.map((section) => (
        <Panel key={section} title={sectionLabels[section]} id={`words-${section}`}>
          <RichText
            key={exchanged}
            text={content.words[section]}
            label={sectionLabels[section]}
            state={<KeepingWords keeper={keeper} />}
            tools={(editor) => <CountTool editor={editor} counts={view.counts} />}
            onChange={(text) => keeper.type({ words: { ...keeper.read().content.words, [section]: text } })}
          />
          <Beside view={view} section={section} keeper={keeper} />
        </Panel>
      ))}
    </>
  )
}

/** Linked numbers that somebody has typed over: what is printed is the registers' own. */
function OthersNotice({ draft: { others } }: { draft: DraftView }) {
  if (others.length === 0) return null
  return (
    <Alert
      className="gap-below"
      type="info"
      showIcon
      title="文中有引用的台账数与台账现在的数不同；台账有这个数的，印出来以台账为准"
      description={
        <ul className="plain-list">
          {others.map(({ section, id, label, written, value }) => (
            <li key={`${section} ${id} ${written}`}>
              {sectionLabels[section]}：{label}，文中写的是{written}，台账是{value ?? '没有这个数'}
            </li>
          ))}
        </ul>
      }
    />
  )
}

const paragraphsIn = (sections: readonly Pick<Section, 'id' | 'paragraphs'>[] | undefined, id: WordedSection) =>
  sections?.find((section) => section.id === id)?.paragraphs ?? []

/** What may be taken from: the registers' own sentences, and last year's words, which nobody may repeat. */
function Beside({ view, section, keeper }: { view: ReportView; section: WordedSection; keeper: ReportKeeper }) {
  const proposed = paragraphsIn(view.proposed, section)
  const before = paragraphsIn(view.previous?.sections, section)
  const take = () => {
    const { content } = keeper.read()
    const words = { ...content.words, [section]: wordsFrom(view.proposed)[section] }
    keeper.exchange({ ...content, words })
  }
  return (
    <Collapse
      ghost
      size="small"
      items={[
        {
          key: 'proposed',
          label: '按台账可以写的话',
          children: (
            <>
              <Paragraphs list={proposed} none="台账里没有可以据以写这一部分的情况。" />
              {proposed.length > 0 ? (
                <Button size="small" onClick={take}>
                  换成这些话
                </Button>
              ) : null}
            </>
          ),
        },
        {
          key: 'before',
          label: '上年是怎么写的（不能照抄）',
          children: <Paragraphs list={before} none="上年的报告没有在本平台公布。" />,
        },
      ]}
    />
  )
}

function Paragraphs({ list, none }: { list: readonly string[]; none: string }) {
  if (list.length === 0) return <p className="quiet">{none}</p>
  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs may be equal and never move
  return list.map((paragraph, index) => <p key={index}>{paragraph}</p>)
}

/** Where nothing can be written: the words as they are printed. */
export function PrintedWords({ sections }: { sections: readonly Section[] }) {
  return wordedSections.map((section) => (
    <Panel key={section} title={sectionLabels[section]}>
      <Paragraphs list={paragraphsIn(sections, section)} none="还没有写。" />
    </Panel>
  ))
}

/** Somebody else has saved meanwhile: both together where they wrote different parts, else theirs, or one's own on top of it. */
export function Overtaken({ keeper, base }: { keeper: ReportKeeper; base: () => DraftContent | undefined }) {
  const { keeping, content } = useKept(keeper)
  if (keeping.state !== 'overtaken') return null
  const { by } = keeping
  const before = base()
  const both = before && mergedParts(before, content, by.content)
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      role="alert"
      title={`${by.savedName}先于您在 ${timeOfDayAt(by.savedAt)} 保存了这份报告`}
      description={
        both
          ? '您写的还在这台电脑上，没有丢失。两人改的是不同的部分，可以合在一起。'
          : '您写的还在这台电脑上，没有丢失。两人改了同一部分，请选定以谁的为准。'
      }
      action={
        <span className="stacked gap-6">
          {both ? (
            <Button size="small" type="primary" onClick={() => keeper.putOnTop(both)}>
              合在一起
            </Button>
          ) : null}
          <Button size="small" onClick={() => keeper.putOnTop(content)}>
            用我写的
          </Button>
          <Button size="small" onClick={keeper.takeTheirs}>
            用{by.savedName}写的
          </Button>
        </span>
      }
    />
  )
}
