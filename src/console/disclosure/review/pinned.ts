import type { RecordView } from '../../../disclosure/record-view.ts'

/** Where in the text that now stands the paragraph is to which a return was pinned. */
export function pinnedNow({ sentBack, paragraphs }: Pick<RecordView, 'sentBack' | 'paragraphs'>): number | null {
  if (!sentBack || sentBack.paragraph === null) return null
  const { paragraph, quoted } = sentBack
  const moved = paragraphs.findIndex((words) => quoted !== '' && words.slice(0, quoted.length) === quoted)
  return moved >= 0 ? moved : paragraph < paragraphs.length ? paragraph : null
}
