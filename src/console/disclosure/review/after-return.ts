import { type EditionEvent, mostQuoted } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'

type Return = Extract<EditionEvent, { readonly kind: 'sentBack' }>

export interface AfterReturn {
  readonly last: Return
  /** Not a word of the whole is another than then. */
  readonly isSame: boolean
  /** The paragraph to which it was pinned stands as it stood; null where it was pinned to none. */
  readonly isParagraphSame: boolean | null
}

/** The last return of a text that was put up again since; undefined where none was, or where it still stands. */
export function afterReturn({
  events,
  sentBack,
  status,
  hash,
  paragraphs,
}: Pick<RecordView, 'events' | 'sentBack' | 'status' | 'hash' | 'paragraphs'>): AfterReturn | undefined {
  const last = events.findLast((event): event is Return => event.kind === 'sentBack')
  if (!last || sentBack || status !== 'reviewing') return undefined
  const { quoted, paragraph } = last.data
  const isParagraphSame =
    paragraph === null || quoted === '' ? null : paragraphs.some((words) => words.slice(0, mostQuoted) === quoted)
  return { last, isSame: last.data.hash === hash, isParagraphSame }
}
