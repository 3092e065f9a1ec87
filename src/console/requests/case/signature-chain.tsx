import { chineseDate, type PlainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'

interface Link {
  readonly key: string
  readonly label: string
  readonly by: string | null
  readonly on: PlainDate | null
  readonly hash: string | null
  readonly opinion: string
}

/** Picture 3: drafted, approved level by level, sent; who, when, and which text they saw. */
export function SignatureChain({ view }: { view: CaseView }) {
  const { draft } = view
  if (!draft) return null
  const links = linksOf(view, draft)
  const turn = links.findIndex(({ by }) => by === null)
  const isBroken = links.some(({ hash }) => hash !== null && hash !== draft.hash)
  return (
    <div className="chain-frame">
      {isBroken ? (
        <p className="chain-broken" role="alert">
          × 签批链已断开：有人签批的文本与现在的文本不一致，须按现在的文本重新签批。
        </p>
      ) : null}
      <ol className="chain" aria-label="签批链">
        {links.map(({ key, label, by, on, hash, opinion }, index) => {
          const state =
            by === null
              ? index === turn
                ? 'turn'
                : 'waiting'
              : hash !== null && hash !== draft.hash
                ? 'broken'
                : 'signed'
          return (
            <li key={key} data-state={state}>
              <span className="chain-mark" aria-hidden="true">
                {{ turn: '●', waiting: '○', broken: '×', signed: '✓' }[state]}
              </span>
              <strong>{label}</strong>
              <span>{by ?? (state === 'turn' ? (key === 'sent' ? '等待发出' : '等待签批') : '未到')}</span>
              {on ? <span className="quiet">{chineseDate(on)}</span> : null}
              {hash ? (
                <code title={`文本校验码 ${hash}`}>
                  {hash.slice(0, 8)}
                  {state === 'broken' ? ' ≠' : ''}
                </code>
              ) : null}
              {opinion ? <span className="quoted">{opinion}</span> : null}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function linksOf(view: CaseView, draft: NonNullable<CaseView['draft']>): Link[] {
  const drafted = view.events.findLast(({ kind }) => kind === 'answerDrafted')
  const sent = view.events.findLast(({ kind }) => kind === 'concluded')
  return [
    { key: 'draft', label: '拟稿', by: draft.by, on: drafted?.happenedOn ?? null, hash: draft.hash, opinion: '' },
    ...view.approvals.map(({ level, label, approved }) => ({
      key: `level ${level}`,
      label,
      by: approved?.by ?? null,
      on: approved?.on ?? null,
      hash: approved?.hash ?? null,
      opinion: approved?.opinion ?? '',
    })),
    {
      key: 'sent',
      label: '发出',
      by: sent ? sent.actor.name : null,
      on: sent?.happenedOn ?? null,
      hash: sent?.kind === 'concluded' ? (sent.data.hash ?? null) : null,
      opinion: '',
    },
  ]
}
