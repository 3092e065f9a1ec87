import { App } from 'antd'
import { useState } from 'react'
import type { ImportedText } from '../../../disclosure/imported-text.ts'
import { plainTextOf } from '../../../text/plain.ts'
import { Problem, sendFile } from '../../api.ts'
import { allSent, type Uploads } from '../../fields/uploads.ts'
import type { EditionAddress } from '../records-api.ts'
import type { Keeper } from './keeper.ts'
import { toldOfWord } from './told-of-word.ts'

/** Reads a Word file into the draft. Where there is a text already, its writer says first that it may go. */
export function useWordImport(keeper: Keeper, edition: EditionAddress, onReading: (uploads: Uploads) => void) {
  const { modal } = App.useApp()
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [told, setTold] = useState<readonly string[]>()

  const mayReplaceText = async () =>
    plainTextOf(keeper.read().content.text).trim() === '' ||
    (await modal.confirm({
      title: '正文会换成 Word 文件里的内容',
      content: '现在的正文已经保存，可以在“历次保存”里恢复。',
      okText: '换成文件里的内容',
      cancelText: '不换',
    }))
  const read = async (file: File) => {
    setReading(true)
    onReading({ state: 'running', names: [file.name] })
    setProblem(undefined)
    setTold(undefined)
    try {
      await keeper.flush()
      const path = `records/${edition.recordId}/editions/${edition.edition}/import`
      const word = await sendFile<ImportedText>(path, file, () => {})
      setReading(false)
      if (!(await mayReplaceText())) return
      keeper.exchange(word.content)
      setTold(toldOfWord(word))
    } catch (error) {
      if (error instanceof Problem) setProblem(error)
      else throw error
    } finally {
      setReading(false)
      onReading(allSent)
    }
  }
  return { read, isReading, problem, told, forgetTold: () => setTold(undefined) }
}
