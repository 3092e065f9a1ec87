import type { RecordView } from '../../../disclosure/record-view.ts'
import { type ChainLink, levelLinks, noLink } from '../../review/chain-links.ts'
import { officeTime } from '../../words.ts'

type ChainView = Pick<
  RecordView,
  'status' | 'levels' | 'signatures' | 'voided' | 'hash' | 'events' | 'scheduledFor' | 'publishedAt' | 'urgentReason'
>

type Signed = RecordView['signatures'][number]

const time = (at: string) => officeTime(at).slice(5)

const linkOf = ({ by, standsInFor, at, hash }: Signed) => ({
  by: by.name,
  standsInFor: standsInFor?.name ?? null,
  when: time(at),
  hash,
})

/** The chain of signatures of an edition: drafted, level by level, published. */
export function editionLinks(view: ChainView): ChainLink[] {
  const { status, levels, signatures, voided, hash } = view
  const signed = levels.map((level, index) => {
    const signature = signatures[index]
    const before = voided.findLast((each) => each.level === level.id)
    return {
      level,
      signed: signature ? { ...linkOf(signature), opinion: signature.opinion } : null,
      voided: before ? { ...linkOf(before), why: before.voidedBy } : null,
    }
  })
  const isAwaited = status === 'reviewing' || status === 'live'
  return [draftedLink(view), ...levelLinks(signed, hash, isAwaited), publishedLink(view)]
}

function draftedLink({ status, hash, events }: ChainView): ChainLink {
  const submitted = events.findLast(({ kind }) => kind === 'submitted')
  const saved = events.findLast(({ kind }) => kind === 'saved')
  const isDrafting = status === 'drafting'
  const last = isDrafting ? saved : (submitted ?? saved)
  return {
    ...noLink,
    key: 'drafted',
    label: '拟稿',
    hash,
    state: isDrafting ? 'turn' : 'signed',
    by: last?.actor.name ?? null,
    when: last ? time(last.at) : null,
    awaits: '正在拟稿',
  }
}

function publishedLink({ status, events, hash, scheduledFor, urgentReason }: ChainView): ChainLink {
  const published = events.findLast(({ kind }) => kind === 'published')
  const whole = { ...noLink, key: 'published', label: '发布' }
  if (published?.kind === 'published')
    return {
      ...whole,
      by: published.actor.name || '到时自动发布',
      when: time(published.at),
      hash: published.data.hash,
      standsInFor: published.data.standsInFor?.name ?? null,
      state: published.data.hash === hash ? 'signed' : 'broken',
      words: urgentReason ? `紧急发布：${urgentReason}` : '',
    }
  const isTurn = status === 'signed' || status === 'scheduled'
  return {
    ...whole,
    state: isTurn ? 'turn' : 'waiting',
    awaits: isTurn ? '等待发布' : '未到',
    when: scheduledFor ? time(scheduledFor) : null,
    words: scheduledFor ? '到时自动发布' : '',
  }
}
