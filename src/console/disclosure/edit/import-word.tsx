import { FileWordOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useRef } from 'react'
import type { Uploads } from '../../fields/uploads.ts'
import type { EditionAddress } from '../records-api.ts'
import type { Keeper } from './keeper.ts'
import { useWordImport } from './use-word-import.ts'

/** Reads a Word document into the draft; what it replaces stays among the saved texts. */
export function ImportWord({ keeper, edition, onReading }: ImportWordProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const { read, isReading, problem, told, forgetTold } = useWordImport(keeper, edition, onReading)
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
      {told ? <WordRead told={told} onClose={forgetTold} /> : null}
    </>
  )
}

interface ImportWordProps {
  readonly keeper: Keeper
  readonly edition: EditionAddress
  /** Told while a file is read: until then the text is still the former one. */
  readonly onReading: (uploads: Uploads) => void
}

function WordRead({ told, onClose }: { told: readonly string[]; onClose: () => void }) {
  return (
    <Alert
      className="import-told"
      type={told.length > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      title="已从 Word 文件读入，请核对正文和各项信息"
      closable={{ onClose }}
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
  )
}
