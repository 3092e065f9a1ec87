import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, AutoComplete, Button, Form, type FormInstance, Input, Modal } from 'antd'
import { useState } from 'react'
import { type WordList, WordListFacts } from '../../../disclosure/word-list.ts'
import { counted } from '../../fields/counted.ts'
import { clearErrors, showIssues } from '../../fields/field-errors.ts'
import { FileButton } from '../../fields/file-button.tsx'
import { platform } from '../../platform/platform-api.ts'
import { WordListOutcome } from './word-list-outcome.tsx'

interface ImportProps {
  readonly lists: readonly WordList[]
  readonly onClose: () => void
}

/** What is typed of a list: its name and where it comes from. */
interface TypedFacts {
  readonly name: string
  readonly source: string
}

/** Reads a file, shows what would change, and takes it in when that is confirmed: all of it or nothing. */
export function ImportWordList({ lists, onClose }: ImportProps) {
  const [form] = Form.useForm<TypedFacts>()
  const [isOpen, setOpen] = useState(true)
  const { preview, save, seen, read, forgetSeen } = useWordListImport(form, () => setOpen(false))
  const problem = preview.error ?? save.error
  return (
    <Modal
      open={isOpen}
      title="导入错敏词表"
      width={720}
      okText={preview.data?.isKnown ? '确认替换' : '确认导入'}
      okButtonProps={{ disabled: seen === undefined, loading: save.isPending }}
      onOk={() => seen && save.mutate(seen)}
      onCancel={() => setOpen(false)}
      afterClose={onClose}
      mask={{ closable: false }}
    >
      <p className="gap-below quiet">
        可以用 Excel（.xlsx）、.csv，也可以用文本文件（.txt，每行一个词，建议改为的写在制表符或者逗号之后）。
        与在用的词表同名的，整张替换；有一行不对就全部不导入。
      </p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: '', source: '' }}
        onValuesChange={(changed) => {
          clearErrors(form, changed)
          forgetSeen()
        }}
      >
        <FactsFields lists={lists} />
      </Form>
      <FileChoice isReading={preview.isPending} onFile={read} />
      <div className="gap-above" aria-live="polite">
        {problem ? <Alert type="error" showIcon title={problem.message} /> : null}
        {preview.data ? (
          <WordListOutcome name={preview.variables.name} file={preview.variables.file.name} preview={preview.data} />
        ) : null}
      </div>
    </Modal>
  )
}

/** What is taken in is what was seen; other facts typed after that belong to another list. */
function useWordListImport(form: FormInstance<TypedFacts>, onSaved: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const preview = useMutation({ mutationFn: platform.previewWordList })
  const save = useMutation({
    mutationFn: platform.importWordList,
    onSuccess: async ({ words }) => {
      await client.invalidateQueries({ queryKey: ['word-lists'] })
      message.success(`词表已导入，共${words}个词，立即用于检查`)
      onSaved()
    },
  })
  const read = (file: File) => {
    save.reset()
    const checked = WordListFacts.safeParse(form.getFieldsValue(true))
    if (checked.success) preview.mutate({ ...checked.data, file })
    else showIssues(form, checked.error.issues)
  }
  const forgetSeen = () => {
    preview.reset()
    save.reset()
  }
  return { preview, save, seen: preview.data?.changes ? preview.variables : undefined, read, forgetSeen }
}

function FactsFields({ lists }: { lists: readonly WordList[] }) {
  const form = Form.useFormInstance<TypedFacts>()
  return (
    <>
      <Form.Item name="name" label="词表名称" required>
        <AutoComplete
          options={lists.map(({ name, source }) => ({ value: name, source }))}
          showSearch={{ filterOption: true }}
          popupMatchSelectWidth={false}
          onSelect={(_, { source }) => form.setFieldValue('source', source)}
        >
          <Input {...counted(60)} placeholder="如：市政府办公室2026年错敏词表" />
        </AutoComplete>
      </Form.Item>
      <Form.Item name="source" label="来源" extra="哪个单位、哪份文件下发的，没有的不填。">
        <Input {...counted(200)} />
      </Form.Item>
    </>
  )
}

function FileChoice({ isReading, onFile }: { isReading: boolean; onFile: (file: File) => void }) {
  return (
    <p className="row-buttons">
      <FileButton accept=".xlsx,.csv,.txt" label="选择文件，先看会改什么" isBusy={isReading} onFile={onFile} />
      <Button href="/api/console/word-lists/template" icon={<DownloadOutlined aria-hidden />}>
        模板
      </Button>
    </p>
  )
}
