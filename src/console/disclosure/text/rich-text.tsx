import { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Text } from '../../../text/text.ts'
import { Problem, uploadFile } from '../../api.ts'
import { allSent, type Uploads } from '../../fields/upload-field.tsx'
import { fileOfSource, pastedText, picturesIn } from './clean-paste.ts'
import { fitting } from './fitting.ts'
import { editorFromText, textFromEditor } from './from-editor.ts'
import { htmlOfText } from './html-of-text.ts'
import { PictureDialog } from './picture-tool.tsx'
import { EditedPicture } from './picture-view.tsx'
import { rememberPicture } from './pictures.ts'
import { textExtensions } from './schema.ts'
import { toldOf } from './told-of-paste.ts'
import { Toolbar } from './toolbar.tsx'

const extensions = [...textExtensions, EditedPicture]
const pictureOf = (data: DataTransfer | null): File | undefined =>
  [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'))

/** On an empty line what is pasted keeps the form of its first paragraph; among words it runs on in theirs. */
function wholeOnEmptyLine(pasted: Slice, { state }: EditorView): Slice {
  const { $from } = state.selection
  const { parent } = $from
  const slice = fitting(pasted, $from, state.schema)
  const isEmptyLine = parent.type.name === 'paragraph' && parent.content.size === 0
  return isEmptyLine ? new Slice(slice.content, 0, 0) : slice
}

/** Writes the text of a record. `onChange` hears of changes only, not of what the editor adds on opening. */
export function RichText({ text, onChange, onEditor, onBringing }: RichTextProps) {
  const { message } = App.useApp()
  const [picture, setPicture] = useState<File>()
  const [first] = useState(() => ({ last: JSON.stringify(textFromEditor(editorFromText(text))) }))
  /** Files of pictures that pasted text brought with it, by their address in the clipboard. */
  const uploaded = useRef(new Map<string, string>())
  const bringPictures = async (sources: readonly string[]) => {
    const close = message.loading(`正在上传粘贴的${sources.length}幅图片…`, 0)
    onBringing?.({ state: 'running', names: [`粘贴的${sources.length}幅图片`] })
    for (const [index, source] of sources.entries()) {
      const file = fileOfSource(source, `粘贴的图片${index + 1}`)
      if (!file) continue
      try {
        const { id } = await uploadFile(file, () => {})
        rememberPicture(id, file)
        uploaded.current.set(source, id)
      } catch (problem) {
        // Told with its number when the rest is pasted.
        if (!(problem instanceof Problem)) throw problem
      }
    }
    close()
    onBringing?.(allSent)
    const count = sources.filter((source) => uploaded.current.has(source)).length
    if (count > 0) message.info(`粘贴的${count}幅图片已经上传，请逐幅写明替代文字`, 8)
  }
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
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': '正文', class: 'written' },
      transformPastedHTML: (html) => {
        if (html.includes('data-pm-slice')) return html
        const pasted = pastedText(html, (source) => uploaded.current.get(source))
        const told = toldOf(pasted)
        // In one notice, in place of that of the paste before: of several the page shows the last three only.
        if (told.length > 0) message.warning({ key: 'paste', content: told.join('；'), duration: 5 + 3 * told.length })
        else message.destroy('paste')
        return htmlOfText(pasted.text)
      },
      transformPasted: wholeOnEmptyLine,
      // Before the editor reads the clipboard: it would tell of pictures as lost that are still to be uploaded.
      handleDOMEvents: {
        paste: (view, event) => {
          const html = event.clipboardData?.getData('text/html') ?? ''
          const sources = html.includes('data-pm-slice')
            ? []
            : picturesIn(html).filter((each) => !uploaded.current.has(each))
          if (sources.length === 0) return false
          event.preventDefault()
          bringPictures(sources).then(() => {
            if (!view.isDestroyed) view.pasteHTML(html)
          })
          return true
        },
      },
      handlePaste: (_, event) => !event.clipboardData?.types.includes('text/html') && takePicture(event.clipboardData),
      handleDrop: (_, event, __, isMoved) => !isMoved && takePicture(event.dataTransfer),
    },
    onUpdate: ({ editor: now }) => {
      const typed = textFromEditor(now.getJSON())
      const words = JSON.stringify(typed)
      if (words === first.last) return
      first.last = words
      onChange(typed)
    },
  })
  // As soon as it stands on the page; the editor itself tells of its creation only a moment later.
  const hand = useRef(onEditor)
  useEffect(() => hand.current?.(editor), [editor])
  return (
    <div className="text-editor">
      <Toolbar editor={editor} />
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
}
