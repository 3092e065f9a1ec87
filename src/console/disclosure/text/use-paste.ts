import { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { App } from 'antd'
import { useState } from 'react'
import { Problem, uploadFile } from '../../api.ts'
import { allSent, type Uploads } from '../../fields/uploads.ts'
import { fileOfSource, pastedText, picturesIn } from './clean-paste.ts'
import { fitting } from './fitting.ts'
import { htmlOfText } from './html-of-text.ts'
import { numberedOn } from './notes-extension.ts'
import { rememberPicture } from './pictures.ts'
import { toldOf } from './told-of-paste.ts'

/** Copied from this editor or another of its kind: it needs no cleaning. */
const isOwnCopy = (html: string): boolean => html.includes('data-pm-slice')

/**
 * How the editor takes what is pasted: cleaned, with its pictures uploaded first, and with one notice of what did not come along.
 */
export function usePaste(onBringing: ((uploads: Uploads) => void) | undefined) {
  const { message } = App.useApp()
  const pictures = usePastedPictures(onBringing)
  return {
    transformPastedHTML: (html: string) => {
      if (isOwnCopy(html)) return html
      const pasted = pastedText(html, pictures.fileOf)
      const told = toldOf(pasted)
      // In one notice, in place of that of the paste before: of several the page shows the last three only.
      if (told.length > 0) message.warning({ key: 'paste', content: told.join('；'), duration: 5 + 3 * told.length })
      else message.destroy('paste')
      return htmlOfText(pasted.text)
    },
    transformPasted: wholeOnEmptyLine,
    // Before the editor reads the clipboard: it would tell of pictures as lost that are still to be uploaded.
    handleDOMEvents: {
      paste: (view: EditorView, event: ClipboardEvent) => {
        const html = event.clipboardData?.getData('text/html') ?? ''
        const sources = isOwnCopy(html) ? [] : picturesIn(html).filter((each) => !pictures.fileOf(each))
        if (sources.length === 0) return false
        event.preventDefault()
        pictures.bring(sources).then(() => {
          if (!view.isDestroyed) view.pasteHTML(html)
        })
        return true
      },
    },
  }
}

/** Files of pictures that pasted text brought with it, by their address in the clipboard. */
function usePastedPictures(onBringing: ((uploads: Uploads) => void) | undefined) {
  const { message } = App.useApp()
  const [files] = useState(() => new Map<string, string>())
  const bring = async (sources: readonly string[]) => {
    const close = message.loading(`正在上传粘贴的${sources.length}幅图片…`, 0)
    onBringing?.({ state: 'running', names: [`粘贴的${sources.length}幅图片`] })
    for (const [index, source] of sources.entries()) {
      const file = fileOfSource(source, `粘贴的图片${index + 1}`)
      if (!file) continue
      try {
        const { id } = await uploadFile(file, () => {})
        rememberPicture(id, file)
        files.set(source, id)
      } catch (problem) {
        // Told with its number when the rest is pasted.
        if (!(problem instanceof Problem)) throw problem
      }
    }
    close()
    onBringing?.(allSent)
    const count = sources.filter((source) => files.has(source)).length
    if (count > 0) message.info(`粘贴的${count}幅图片已经上传，请逐幅写明替代文字`, 8)
  }
  return { fileOf: (source: string) => files.get(source), bring }
}

/** On an empty line what is pasted keeps the form of its first paragraph; among words it runs on in theirs. */
function wholeOnEmptyLine(pasted: Slice, { state }: EditorView): Slice {
  const { $from } = state.selection
  const { parent } = $from
  const slice = fitting(numberedOn(pasted, state), $from, state.schema)
  const isEmptyLine = parent.type.name === 'paragraph' && parent.content.size === 0
  return isEmptyLine ? new Slice(slice.content, 0, 0) : slice
}
