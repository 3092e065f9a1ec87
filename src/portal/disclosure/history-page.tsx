import { chineseDate, officeDay } from '../../days/plain-date.ts'
import { type Change, changesBetween } from '../../disclosure/changes.ts'
import type { ActKind, Content } from '../../disclosure/content.ts'
import type { ToldEdition } from '../../disclosure/public-history.ts'
import type { PublicRecord } from '../../disclosure/store/public.ts'
import type { Organ } from '../../organs/organ.ts'
import { ChangedWords, ChangedWordsKey } from '../changed-words.tsx'
import { each } from '../each.ts'
import { renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import type { Platform } from './platform.ts'
import { crumbsToRecord } from './record-page.tsx'

interface Props {
  readonly view: View
  readonly organ: Organ
  readonly platform: Platform
  readonly record: PublicRecord
  /** The oldest first. */
  readonly editions: readonly ToldEdition[]
}

const deeds: Readonly<Record<ActKind, string>> = {
  publish: '首次公开',
  correct: '更正后重新公开',
  withdraw: '撤回',
  repeal: '公开废止信息',
}

/** Words of what an edition does are said in its heading, not among the changes. */
const isOfText = ({ place }: Change) => place !== 'act'

/** Every edition that stood in public, the newest first, and word by word what changed from one to the next. */
export function historyPage({ view, organ, platform, record, editions }: Props): string {
  const hasChanges = editions.some(({ content }, index) => content && editions[index - 1]?.content)
  return renderPage({
    view,
    title: `公开过的各版：${record.title}`,
    shortTitle: '公开过的各版',
    crumbs: [
      ...crumbsToRecord({ view, organ, platform, record }),
      { name: '正文', path: addresses.record(organ, record.number) },
    ],
    children: (
      <div className="record">
        <h1>公开过的各版</h1>
        <p>
          <a href={addresses.record(organ, record.number)}>{record.title}</a>
        </p>
        <p>
          {editions.length === 1 ? (
            '本条信息公开以后没有改动过。'
          ) : (
            <>
              本条信息共公开过{editions.length}版，最新的在前。
              {hasChanges && <ChangedWordsKey />}
            </>
          )}
        </p>
        <ol className="editions" reversed>
          {editions.toReversed().map((edition, index) => (
            <Edition key={edition.edition} edition={edition} before={editions[editions.length - 2 - index]} />
          ))}
        </ol>
      </div>
    ),
  })
}

function Edition({ edition, before }: { edition: ToldEdition; before: ToldEdition | undefined }) {
  const { act, content, publishedAt } = edition
  const day = officeDay(publishedAt)
  return (
    <li>
      <h2>
        <time dateTime={day}>{chineseDate(day)}</time> {deeds[act]}
      </h2>
      {content ? <Told content={content} before={before} /> : <p>这一版的原文已经隐去，不再公开。</p>}
    </li>
  )
}

/** Why it came, and which words are other than before, as far as those before may be read. */
function Told({ content, before }: { content: Content; before: ToldEdition | undefined }) {
  const { act } = content
  const changes = before?.content ? changesBetween(before.content, content).filter(isOfText) : []
  return (
    <>
      {act.kind !== 'publish' && <p>理由：{act.reason}</p>}
      {act.kind === 'correct' && act.hideReason !== undefined && <p>更正前的原文已经隐去。理由：{act.hideReason}</p>}
      {act.kind === 'repeal' && act.on && (
        <p>
          自{chineseDate(act.on)}起废止{act.by && `，依据：${act.by}`}
        </p>
      )}
      {before?.content && (changes.length > 0 ? <Changes changes={changes} /> : <p>文字没有变动。</p>)}
    </>
  )
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <dl className="changes">
      {each(changes, ({ label, words }) => (
        <div>
          <dt>{label}</dt>
          <dd>{words.length === 0 ? '只改动了格式，文字未变' : <ChangedWords words={words} />}</dd>
        </div>
      ))}
    </dl>
  )
}
