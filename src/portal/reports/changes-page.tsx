import { chineseDate } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'
import type { DifferingCell } from '../../report/differing-cells.ts'
import {
  type ChangedWords as ChangedPlace,
  type RevisionChanges,
  revisionChanges,
} from '../../report/revision-changes.ts'
import type { WholeRevision } from '../../report/store/revisions.ts'
import { figureText, notStated, notStatedWords, titleOf } from '../../report/write/printed.ts'
import { ChangedWords, ChangedWordsKey } from '../changed-words.tsx'
import { each } from '../each.ts'
import { renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { crumbsToReport } from './revision-page.tsx'

interface ChangesPageProps {
  readonly view: View
  readonly organ: Organ
  readonly year: number
  /** The oldest first. */
  readonly revisions: readonly WholeRevision[]
}

/** Each correction of a report, the newest first: why, when, and every figure and word that it changed. */
export function changesPage({ view, organ, year, revisions }: ChangesPageProps): string {
  const title = `${titleOf({ title: null, organ: organ.name, year })}：历次更正`
  return renderPage({
    view,
    title,
    shortTitle: '历次更正',
    crumbs: crumbsToReport(view, organ, year),
    children: (
      <div className="record">
        <h1>历次更正</h1>
        <p>
          <a href={addresses.report(organ, year)}>{titleOf({ title: null, organ: organ.name, year })}</a>
        </p>
        <p>
          {revisions.length === 1 ? (
            '这份报告公布以后没有更正过。'
          ) : (
            <>
              这份报告公布以后更正过{revisions.length - 1}次，最近的在前。
              <ChangedWordsKey />
            </>
          )}
        </p>
        <ol className="editions" reversed>
          {revisions.toReversed().map((revision, index) => (
            <Told
              key={revision.revision}
              organ={organ}
              year={year}
              revision={revision}
              before={revisions[revisions.length - 2 - index]}
              isNewest={index === 0}
            />
          ))}
        </ol>
      </div>
    ),
  })
}

interface ToldProps {
  readonly organ: Organ
  readonly year: number
  readonly revision: WholeRevision
  readonly before: WholeRevision | undefined
  readonly isNewest: boolean
}

function Told({ organ, year, revision, before, isNewest }: ToldProps) {
  const { report, publishedOn, reason } = revision
  const name = `第${revision.revision}版`
  if (!report)
    return (
      <li value={revision.revision}>
        <h2>{name}</h2>
        <p>这一版与公布时不一致，正在核查，暂停显示。</p>
      </li>
    )
  const path = isNewest ? addresses.report(organ, year) : addresses.reportRevision(organ, year, revision.revision)
  return (
    <li value={revision.revision}>
      <h2>
        <time dateTime={publishedOn}>{chineseDate(publishedOn)}</time> {before ? '更正后重新公布' : '首次公布'}
      </h2>
      {reason !== null && <p>理由：{reason}</p>}
      {before &&
        (before.report ? (
          <Changes changes={revisionChanges(before.report, report)} />
        ) : (
          <p>第{before.revision}版正在核查，暂停显示，不能比较。</p>
        ))}
      <p className="screen-only">
        <a href={path}>
          查看{name}
          {isNewest ? '（现行）' : '（已被更正）'}
        </a>
      </p>
    </li>
  )
}

function Changes({ changes: { cells, words } }: { changes: RevisionChanges }) {
  const isSame = cells?.length === 0 && words.length === 0
  return (
    <>
      {cells === null && <p>前后两版的统计表不是同一种格式，不能逐格比较；请分别查看两版的表格。</p>}
      {isSame && <p>统计表和文字都没有变动。</p>}
      {cells !== null && cells.length > 0 && <Cells cells={cells} />}
      {words.length > 0 && <Words words={words} />}
    </>
  )
}

function Cells({ cells }: { cells: readonly DifferingCell[] }) {
  return (
    <table className="plain-table words cell-changes">
      <caption>统计表中改动了{cells.length}格</caption>
      <thead>
        <tr>
          <th scope="col">数据</th>
          <th scope="col">更正前</th>
          <th scope="col">更正后</th>
        </tr>
      </thead>
      <tbody>
        {each(cells, ({ name, before, after }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>
              <FigureOf value={before} />
            </td>
            <td>
              <FigureOf value={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FigureOf({ value }: { value: DifferingCell['before'] }) {
  const text = figureText(value, null)
  return text === notStated ? notStatedWords : text
}

function Words({ words }: { words: readonly ChangedPlace[] }) {
  return (
    <dl className="changes">
      {each(words, ({ label, words: changed }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <ChangedWords words={changed} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
