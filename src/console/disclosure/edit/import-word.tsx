import { FileWordOutlined } from '@ant-design/icons'
import { Alert, App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { ImportedText } from '../../../disclosure/imported-text.ts'
import { plainTextOf } from '../../../text/plain.ts'
import { Problem, sendFile } from '../../api.ts'
import { allSent, type Uploads } from '../../fields/upload-field.tsx'
import type { EditionAddress } from '../records-api.ts'
import type { Keeper } from './keeper.ts'

/** Reads a Word document into the draft; what it replaces stays among the saved texts. */
export function ImportWord({ keeper, edition, onReading }: ImportWordProps) {
  const { modal } = App.useApp()
  const chooser = useRef<HTMLInputElement>(null)
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [told, setTold] = useState<readonly string[]>()

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
      const hasText = plainTextOf(keeper.read().content.text).trim() !== ''
      if (
        hasText &&
        !(await modal.confirm({
          title: '正文会换成 Word 文件里的内容',
          content: '现在的正文已经保存，可以在“历次保存”里恢复。',
          okText: '换成文件里的内容',
          cancelText: '不换',
        }))
      )
        return
      keeper.exchange(word.content)
      setTold([
        ...word.notes,
        ...word.findings.map(({ message, excerpt }) => message + (excerpt ? `：${excerpt}` : '')),
      ])
    } catch (error) {
      if (error instanceof Problem) setProblem(error)
      else throw error
    } finally {
      setReading(false)
      onReading(allSent)
    }
  }
  return (
    <>
      <Button icon={<FileWordOutlined aria-hidden />} loading={isReading} onClick={() => chooser.current?.click()}>
        从 Word 导入
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="选择 Word 文件"
        accept=".docx"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file) read(file)
        }}
      />
      {problem ? <Alert className="import-told" type="error" showIcon role="alert" title={problem.message} /> : null}
      {told ? (
        <Alert
          className="import-told"
          type={told.length > 0 ? 'warning' : 'success'}
          showIcon
          role="status"
          title="已从 Word 文件读入，请核对正文和各项信息"
          closable={{ onClose: () => setTold(undefined) }}
          description={
            told.length > 0 ? (
              <ul>
                {told.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : undefined
          }
        />
      ) : null}
    </>
  )
}

interface ImportWordProps {
  readonly keeper: Keeper
  readonly edition: EditionAddress
  /** Told while a file is read: until then the text is still the former one. */
  readonly onReading: (uploads: Uploads) => void
}
