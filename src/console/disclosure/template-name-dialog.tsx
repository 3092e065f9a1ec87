import { Form, Input } from 'antd'
import { TemplateName } from '../../disclosure/template.ts'
import { counted } from '../fields/counted.ts'
import { FormDialog } from '../fields/form-dialog.tsx'

/** Asks by what name a template is kept. */
export function TemplateNameDialog({ title, about, name, lead, save, onClose }: TemplateNameDialogProps) {
  return (
    <FormDialog
      title={title}
      about={about}
      action="保存"
      schema={TemplateName}
      initial={{ name }}
      lead={lead}
      save={(checked) => save(TemplateName.parse(checked))}
      onClose={onClose}
    >
      <Form.Item name="name" label="模板的名称" required>
        <Input {...counted(60)} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}

interface TemplateNameDialogProps {
  readonly title: string
  readonly about: string
  readonly name: string
  readonly lead?: string
  readonly save: (name: TemplateName) => Promise<unknown>
  readonly onClose: () => void
}
