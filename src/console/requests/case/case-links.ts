import { chineseDate } from '../../../days/plain-date.ts'
import type { ApprovalLevelView, CaseView } from '../../../requests/case-view.ts'
import { type ChainLink, levelLinks, noLink } from '../../review/chain-links.ts'

/** The names say already for whom they signed. */
const signature = ({ by, on, hash }: NonNullable<ApprovalLevelView['voided']>) => ({
  by,
  standsInFor: null,
  when: chineseDate(on),
  hash,
})

const linksOf = (levels: readonly ApprovalLevelView[], hash: string): ChainLink[] =>
  levelLinks(
    levels.map((level) => ({
      level,
      signed: level.approved && { ...signature(level.approved), opinion: level.approved.opinion },
      voided: level.voided && { ...signature(level.voided), why: 'sentBack' as const },
    })),
    hash,
    true,
  )

/** The chain of the answer: drafted, level by level, sent. */
export function answerLinks(view: CaseView, { by, hash }: NonNullable<CaseView['draft']>): ChainLink[] {
  const drafted = view.events.findLast(({ kind }) => kind === 'answerDrafted')
  const last = view.events.findLast((event) => event.kind === 'concluded' || event.kind === 'reanswered')
  // What has left before it was drafted was another answer.
  const sent = last && last.seq > (drafted?.seq ?? 0) ? last : undefined
  const sentHash = sent?.kind === 'concluded' || sent?.kind === 'reanswered' ? (sent.data.hash ?? null) : null
  const isTurn = view.approvals.every(({ approved }) => approved !== null)
  return [
    {
      ...noLink,
      key: 'drafted',
      label: '拟稿',
      state: 'signed',
      by,
      when: drafted ? chineseDate(drafted.happenedOn) : null,
      hash,
    },
    ...linksOf(view.approvals, hash),
    {
      ...noLink,
      key: 'sent',
      label: '发出',
      state: sent ? (sentHash === null || sentHash === hash ? 'signed' : 'broken') : isTurn ? 'turn' : 'waiting',
      by: sent ? sent.actor.name : null,
      when: sent ? chineseDate(sent.happenedOn) : null,
      hash: sentHash,
      awaits: isTurn ? '等待发出' : '未到',
    },
  ]
}

/** The chain of a letter that leaves with its last approval. */
export const letterLinks = ({ by, hash, levels }: CaseView['waitingLetters'][number]): ChainLink[] => [
  { ...noLink, key: 'drafted', label: '拟稿', state: 'signed', by, hash },
  ...linksOf(levels, hash),
]
