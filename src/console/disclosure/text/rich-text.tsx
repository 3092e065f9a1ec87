import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Text } from '../../../text/text.ts'
import type { Uploads } from '../../fields/uploads.ts'
import { columnWidths } from './column-widths.ts'
import { commentMarks } from './comment-marks.ts'
import { finding } from './find.ts'
import { FindBar } from './find-bar.tsx'
import { editorFromText, textFromEditor } from './from-editor.ts'
import { notesExtension } from './notes-extension.ts'
import { PictureDialog } from './picture-tool.tsx'
import { EditedPicture } from './picture-view.tsx'
import { textExtensions } from './schema.ts'
import { Toolbar } from './toolbar.tsx'
import { usePaste } from './use-paste.ts'
import { useTelling } from './use-telling.ts'

/** After the editor itself has read what was chosen, for which it takes 20. */
const composedMs = 50
const pictureOf = (data: DataTransfer | null): File | undefined =>
  [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'))

const extensionsOf = (onFind: () => void) => [
  ...textExtensions,
  EditedPicture,
  columnWidths,
  notesExtension,
  commentMarks,
  finding(onFind),
]

/** Writes the text of a record. `onChange` hears of changes only, not of what the editor adds on opening. */
export function RichText({ text, onChange, onEditor, onBringing, state, label = '正文', tools }: RichTextProps) {
  const [picture, setPicture] = useState<File>()
  const [first] = useState(() => ({ last: JSON.stringify(textFromEditor(editorFromText(text))) }))
  const paste = usePaste(onBringing)
  const [timesFind, setTimesFind] = useState(0)
  const [extensions] = useState(() => extensionsOf(() => setTimesFind((times) => times + 1)))
  const tell = (now: Editor) => {
    const typed = textFromEditor(now.state.doc.toJSON())
    const words = JSON.stringify(typed)
    if (words === first.last) return
    first.last = words
    onChange(typed)
  }
  const telling = useTelling(tell)
  const takePicture = (data: DataTransfer | null): boolean => {
    const file = pictureOf(data)
    if (file) setPicture(file)
    return file !== undefined
  }
  const editor = useEditor({
    extensions,
    content: editorFromText(text),
    // The page's policy lets no script write styles; they stand in editor.css.
    injectCSS: false,
    // Whoever types “3.” means a three, not the first item of a list.
    enableInputRules: false,
    enablePasteRules: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      ...paste,
      handleDOMEvents: {
        ...paste.handleDOMEvents,
        keydown: (_, { ctrlKey, metaKey }) => {
          if (ctrlKey || metaKey) telling.now()
          return false
        },
        compositionend: () => {
          setTimeout(() => editor.isDestroyed || telling.typed(editor), composedMs)
          return false
        },
      },
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'written' },
      handlePaste: (_, event) => !event.clipboardData?.types.includes('text/html') && takePicture(event.clipboardData),
      handleDrop: (_, event, __, isMoved) => !isMoved && takePicture(event.dataTransfer),
    },
    // Letters of a word that is not chosen yet are no text.
    onUpdate: ({ editor: now }) => {
      if (!now.view.composing) telling.typed(now)
    },
    onBlur: ({ editor: now }) => tell(now),
  })
  // As soon as it stands on the page; the editor itself tells of its creation only a moment later.
  const hand = useRef(onEditor)
  useEffect(() => hand.current?.(editor), [editor])
  return (
    <div className="text-editor">
      <Toolbar
        editor={editor}
        state={state}
        label={label}
        tools={tools?.(editor)}
        onFind={() => setTimesFind((times) => times + 1)}
        finding={timesFind > 0 ? <FindBar editor={editor} asked={timesFind} onClose={() => setTimesFind(0)} /> : null}
      />
      <EditorContent editor={editor} />
      {picture ? <PictureDialog editor={editor} file={picture} onClose={() => setPicture(undefined)} /> : null}
    </div>
  )
}

interface RichTextProps {
  /** What it begins with; later changes come from the editor itself. */
  readonly text: Text
  readonly onChange: (text: Text) => void
  readonly onEditor?: (editor: Editor) => void
  /** Told while pictures that a paste brought are on their way: the text that holds them is not there yet. */
  readonly onBringing?: (uploads: Uploads) => void
  /** Stays in sight beside the tools, however far one scrolls. */
  readonly state?: ReactNode
  /** What the text is called; 正文 of a record. */
  readonly label?: string
  /** In the place of what makes headings, marks, lists, pictures and tables, where the text has none of them. */
  readonly tools?: (editor: Editor) => ReactNode
}
