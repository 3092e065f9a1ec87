import { Form, Select } from 'antd'
import type { CaseView } from '../../../requests/case-view.ts'
import { whereItGoes } from '../../../requests/letters/asks.ts'

/** The answer that is asked for again: chosen from those that the same applicant has had. */
export function EarlierField({ view, document }: { view: CaseView; document: string }) {
  return (
    <Form.Item
      name="earlierId"
      label="此前的答复"
      extra={`从同一申请人的答复中选择，文号和日期${whereItGoes('printed', document)}列表中没有的（如其他科室办理的、本平台启用前作出的），不选，在下面填写文号和日期。`}
    >
      <Select
        allowClear
        placeholder={view.earlier.length > 0 ? '请选择' : '没有可以选择的同一申请人的答复'}
        options={view.earlier.map(({ id, named, summary }) => ({
          value: id,
          label: `${named}：${summary.slice(0, 40)}`,
        }))}
      />
    </Form.Item>
  )
}
