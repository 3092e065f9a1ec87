import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { ChangedFiler, type Filer, NewFiler, type OutsideFiler } from '../../report/filing/filer.ts'
import { counted } from '../fields/counted.ts'
import { FormDialog } from '../fields/form-dialog.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { filings, filingsKey } from './filing-api.ts'
import { kindLabels } from './filing-words.ts'

interface Props {
  readonly year: number
  /** The one that is changed; a new one where there is none. */
  readonly filer?: Filer
  readonly onClose: () => void
}

const lead = '不在本平台办理、但向本机关报送年度报告的机关。它的报告由您收到后登记：系统读出数字，您对照原件核对。'

/** An organ that files here and does not work on this platform: its name, what it is, for which years. */
export function FilerDialog({ year, filer, onClose }: Props) {
  const client = useQueryClient()
  const told = () => client.invalidateQueries({ queryKey: filingsKey })
  if (filer)
    return (
      <FormDialog
        title="修改报送机关"
        about={filer.id}
        action="保存"
        lead={lead}
        schema={ChangedFiler}
        initial={{ name: filer.name, kind: filer.kind, email: filer.email, lastYear: filer.lastYear }}
        save={async (checked: ChangedFiler) => {
          await filings.changeFiler(filer.id, checked)
          await told()
        }}
        onClose={onClose}
      >
        <FilerFields isNew={false} />
      </FormDialog>
    )
  return (
    <FormDialog
      title="增加报送机关"
      about=""
      action="增加"
      lead={lead}
      schema={NewFiler}
      initial={{ name: '', kind: 'township' as const, email: '', firstYear: year, lastYear: null }}
      save={async (checked: OutsideFiler) => {
        await filings.addFiler(checked)
        await told()
      }}
      onClose={onClose}
    >
      <FilerFields isNew />
    </FormDialog>
  )
}

function FilerFields({ isNew }: { isNew: boolean }) {
  return (
    <>
      <Form.Item name="name" label="机关全称" required>
        <Input {...counted(60)} />
      </Form.Item>
      <Form.Item name="kind" label="类别" required>
        <Radio.Group
          options={(['department', 'township', 'government'] as const).map((kind) => ({
            value: kind,
            label: kindLabels[kind],
          }))}
        />
      </Form.Item>
      <Form.Item name="email" label="邮箱（可不填）" extra="填写的，催报时发一封邮件。">
        <Input inputMode="email" {...counted(254)} />
      </Form.Item>
      {isNew ? (
        <Form.Item name="firstYear" label="从哪个年度起报送" required>
          <NumberField min={2021} max={2200} suffix="年度" />
        </Form.Item>
      ) : null}
      <Form.Item name="lastYear" label="到哪个年度为止（没有撤销的不填）">
        <NumberField min={2021} max={2200} suffix="年度" />
      </Form.Item>
    </>
  )
}
