import { chineseDate, officeDay } from '../../calendar/plain-date.ts'
import { type Change, changesBetween } from '../../disclosure/changes.ts'
import type { Act } from '../../disclosure/content.ts'
import type { PublicEdition, PublicRecord } from '../../disclosure/store/public.ts'
import type { Organ } from '../../organs/organ.ts'
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
  readonly editions: readonly PublicEdition[]
}

const deeds: Readonly<Record<Act['kind'], string>> = {
  publish: '首次公开',
  correct: '更正后重新公开',
  withdraw: '撤回',
  repeal: '公开废止信息',
}

/** Words of what an edition does are said in its heading, not among the changes. */
const isOfText = ({ place }: Change) => place !== 'act'

/** Every edition that stood in public, the newest first, and word by word what changed from one to the next. */
export function historyPage({ view, organ, platform, record, editions }: Props): string {
  const shown = sinceWithdrawal(editions)
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
          {shown.length === 1 ? (
            '本条信息公开以后没有改动过。'
          ) : (
            <>
              本条信息共公开过{shown.length}版，最新的在前。<ins>加下划线的文字</ins>是后来增加的，
              <del>加删除线的文字</del>是后来去掉的。
            </>
          )}
        </p>
        <ol className="editions" reversed>
          {shown.toReversed().map((edition, index) => {
            const before = shown[shown.length - 2 - index]
            const changes = before ? changesBetween(before.content, edition.content).filter(isOfText) : []
            return <Edition key={edition.edition} edition={edition} changes={changes} isFirst={!before} />
          })}
        </ol>
      </div>
    ),
  })
}

/** What was once withdrawn is not shown again by the comparison with what came after. */
function sinceWithdrawal(editions: readonly PublicEdition[]): readonly PublicEdition[] {
  const last = editions.findLastIndex(({ content }) => content.act.kind === 'withdraw')
  return editions.slice(last + 1)
}

function Edition({
  edition,
  changes,
  isFirst,
}: {
  edition: PublicEdition
  changes: readonly Change[]
  isFirst: boolean
}) {
  const { act } = edition.content
  const day = officeDay(edition.publishedAt)
  return (
    <li>
      <h2>
        <time dateTime={day}>{chineseDate(day)}</time> {deeds[act.kind]}
      </h2>
      {act.kind !== 'publish' && <p>理由：{act.reason}</p>}
      {act.kind === 'repeal' && act.on && (
        <p>
          自{chineseDate(act.on)}起废止{act.by && `，依据：${act.by}`}
        </p>
      )}
      {!isFirst && (changes.length > 0 ? <Changes changes={changes} /> : <p>文字没有变动。</p>)}
    </li>
  )
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <dl className="changes">
      {each(changes, ({ label, words }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {words.length === 0
              ? '只改动了格式，文字未变'
              : each(words, ({ kind, text }) =>
                  kind === 'added' ? <ins>{text}</ins> : kind === 'removed' ? <del>{text}</del> : text,
                )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
