import type { Editor } from '@tiptap/react'
import { type RefObject, useEffect } from 'react'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { byParagraph } from '../comments/by-paragraph.ts'
import { showCommented } from '../text/comment-marks.ts'

/** Marks the paragraphs that have open comments. They are counted in the saved text, so only where that stands on the screen. */
export function useCommentMarks(editor: RefObject<Editor | undefined>, { comments }: RecordView, state: string): void {
  useEffect(() => {
    const { current } = editor
    if (!current || current.isDestroyed || state !== 'kept') return
    const counts = [...byParagraph(comments)].map(([line, said]) => [line, said.length] as const)
    showCommented(current, new Map(counts))
  }, [editor, comments, state])
}
