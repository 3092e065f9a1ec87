import { picturesOf } from '../text/plain.ts'
import type { ActKind, Content } from './content.ts'
import type { PublicEdition } from './store/public.ts'

/** An edition as the public may still read of it. */
export interface ToldEdition {
  readonly edition: number
  readonly publishedAt: Date
  readonly act: ActKind
  /** Null for a text that a later correction has hidden: that it stood there is told, and no word of it. */
  readonly content: Content | null
}

const hideReasonOf = ({ content: { act } }: PublicEdition): string | undefined =>
  act.kind === 'correct' ? act.hideReason : undefined

const lastHiding = (editions: readonly PublicEdition[]): number =>
  editions.findLastIndex((each) => hideReasonOf(each) !== undefined)

/**
 * 个人信息保护法 47: what was hidden by a correction is not shown again by any later one, and what was once withdrawn not by the
 * comparison with what came after. The oldest first.
 */
export function toldEditions(editions: readonly PublicEdition[]): ToldEdition[] {
  const hiding = lastHiding(editions)
  const told = editions.map(({ edition, publishedAt, content }, index) => ({
    edition,
    publishedAt,
    act: content.act.kind,
    content: index < hiding ? null : content,
  }))
  return told.slice(told.findLastIndex(({ act }) => act === 'withdraw') + 1)
}

const holds = ({ content }: Pick<PublicEdition, 'content'>, fileId: string): boolean =>
  [...content.attachments, ...picturesOf(content.text)].some((each) => each.fileId === fileId)

/** Which edition no longer had a file that those before it had in public, as far as they may be read; undefined when none. */
export function replacedWith(editions: readonly PublicEdition[], fileId: string): ToldEdition | undefined {
  const told = toldEditions(editions)
  const last = told.findLastIndex(({ content }) => content !== null && holds({ content }, fileId))
  return last < 0 ? undefined : told[last + 1]
}

/** By which correction a file went from the public together with the text that it belonged to; undefined when by none. */
export function hiddenWith(
  editions: readonly PublicEdition[],
  fileId: string,
): { readonly publishedAt: Date; readonly reason: string } | undefined {
  const at = lastHiding(editions)
  const hiding = editions[at]
  const reason = hiding && hideReasonOf(hiding)
  const stoodThere = editions.slice(0, Math.max(at, 0)).some((each) => holds(each, fileId))
  return hiding && reason !== undefined && stoodThere ? { publishedAt: hiding.publishedAt, reason } : undefined
}
