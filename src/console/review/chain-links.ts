import type { Role } from '../../organs/role.ts'
import { roleLabel } from '../../organs/role.ts'
import { type LevelId, levelLabel } from '../../review/level.ts'

/** Signed over the text that stands; awaited now; not yet reached; signed over a text that no longer stands. */
export type LinkState = 'signed' | 'turn' | 'waiting' | 'broken'

/** A link of a chain of signatures: who, when, and which text they saw. */
export interface ChainLink {
  readonly key: string
  readonly label: string
  /** Whose turn it is or will be; empty where no role is asked for. */
  readonly role: string
  readonly state: LinkState
  readonly by: string | null
  readonly standsInFor: string | null
  /** As it is read. */
  readonly when: string | null
  readonly hash: string | null
  readonly words: string
  /** What stands in the place of the name while nobody has signed. */
  readonly awaits?: string
}

export const noLink = { role: '', by: null, standsInFor: null, when: null, hash: null, words: '' } as const

interface LinkSignature {
  readonly by: string
  readonly standsInFor: string | null
  readonly when: string
  readonly hash: string
}

/** A level with its signature, or the last one that no longer counts. */
export interface SignedLevel {
  readonly level: { readonly id: LevelId; readonly role: Role; readonly unitId: string | null }
  readonly signed: (LinkSignature & { readonly opinion: string }) | null
  readonly voided: (LinkSignature & { readonly why: 'changed' | 'sentBack' }) | null
}

const roleWords = ({ role, unitId }: SignedLevel['level']): string => {
  if (unitId === null) return roleLabel(role)
  return role === 'unitHead' ? '承办科室负责人' : `承办科室的${roleLabel(role)}`
}

const whyVoid = { changed: '签后文本有改动，签名失效', sentBack: '退回后须重新签' } as const

/** The links of the levels, over the text of this hash. A signature that was taken away shows as broken until it is given anew. */
export function levelLinks(levels: readonly SignedLevel[], hash: string | null, isAwaited: boolean): ChainLink[] {
  const turn = isAwaited ? levels.findIndex(({ signed }) => signed === null) : -1
  return levels.map(({ level, signed, voided }, index): ChainLink => {
    const own = {
      ...noLink,
      key: level.id,
      label: levelLabel(level.id),
      role: roleWords(level),
    }
    if (signed) {
      const { opinion, ...signature } = signed
      return { ...own, ...signature, words: opinion, state: signed.hash === hash ? 'signed' : 'broken' }
    }
    if (index === turn) return { ...own, state: 'turn' }
    if (!voided) return { ...own, state: 'waiting' }
    const { why, ...signature } = voided
    return { ...own, ...signature, words: whyVoid[why], state: 'broken' }
  })
}

/** Whether somebody signed a text that no longer stands, and nobody has signed again at that level. */
export const isChainBroken = (links: readonly ChainLink[]): boolean => links.some(({ state }) => state === 'broken')
