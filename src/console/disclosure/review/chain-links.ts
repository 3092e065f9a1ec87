import type { RecordView } from '../../../disclosure/record-view.ts'

/** Signed over the text that stands; awaited now; not yet reached; signed over a text that no longer stands. */
type LinkState = 'signed' | 'turn' | 'waiting' | 'broken'

export interface ChainLink {
  readonly key: string
  readonly label: string
  readonly role: string
  readonly state: LinkState
  readonly by: string | null
  readonly standsInFor: string | null
  readonly at: string | null
  readonly hash: string | null
  readonly words: string
}

const blank = { role: '', by: null, standsInFor: null, at: null, hash: null, words: '' } as const

type ChainView = Pick<
  RecordView,
  'status' | 'levels' | 'signatures' | 'voided' | 'hash' | 'events' | 'scheduledFor' | 'publishedAt' | 'urgentReason'
>

/** The chain of signatures: drafted, level by level, published. A signature that a change took away shows as broken. */
export function chainLinks(view: ChainView): ChainLink[] {
  const { status, levels, signatures, hash } = view
  const isReviewed = status !== 'drafting' && status !== 'discarded'
  const awaited = levels[signatures.length]
  const isAwaited = status === 'reviewing' || (status === 'live' && awaited !== undefined)
  return [
    draftedLink(view),
    ...levels.map(({ id, label, roleLabel }, index): ChainLink => {
      const signature = signatures[index]
      const broken = view.voided.findLast((each) => each.level === id)
      const shown = signature ?? broken
      const state = signature
        ? signature.hash === hash
          ? 'signed'
          : 'broken'
        : isReviewed && isAwaited && awaited?.id === id
          ? 'turn'
          : broken
            ? 'broken'
            : 'waiting'
      return {
        ...blank,
        key: id,
        label,
        role: roleLabel,
        state,
        ...(shown && (signature || state === 'broken')
          ? {
              by: shown.by.name,
              standsInFor: shown.standsInFor?.name ?? null,
              at: shown.at,
              hash: shown.hash,
              words: signature ? signature.opinion : broken ? whyVoid[broken.voidedBy] : '',
            }
          : {}),
      }
    }),
    publishedLink(view),
  ]
}

const whyVoid = { changed: '签后文本有改动，签名失效', sentBack: '退回后须重新签' } as const

function draftedLink({ status, hash, events }: ChainView): ChainLink {
  const submitted = events.findLast(({ kind }) => kind === 'submitted')
  const saved = events.findLast(({ kind }) => kind === 'saved')
  const isDrafting = status === 'drafting'
  const last = isDrafting ? saved : (submitted ?? saved)
  return {
    ...blank,
    key: 'drafted',
    label: '拟稿',
    hash,
    state: isDrafting ? 'turn' : 'signed',
    by: last?.actor.name ?? null,
    at: last?.at ?? null,
  }
}

function publishedLink({ status, events, hash, scheduledFor, urgentReason }: ChainView): ChainLink {
  const published = events.findLast(({ kind }) => kind === 'published')
  const whole = { ...blank, key: 'published', label: '发布' }
  if (published?.kind === 'published')
    return {
      ...whole,
      by: published.actor.name || '到时自动发布',
      at: published.at,
      hash: published.data.hash,
      standsInFor: published.data.standsInFor?.name ?? null,
      state: published.data.hash === hash ? 'signed' : 'broken',
      words: urgentReason ? `紧急发布：${urgentReason}` : '',
    }
  const isTurn = status === 'signed' || status === 'scheduled'
  return { ...whole, state: isTurn ? 'turn' : 'waiting', at: scheduledFor, words: scheduledFor ? '到时自动发布' : '' }
}

/** Whether somebody signed a text that no longer stands, and nobody has signed again at that level. */
export const isChainBroken = (links: readonly ChainLink[]): boolean => links.some(({ state }) => state === 'broken')
