import { Form, Radio } from 'antd'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { SuggestField } from '../../fields/suggest-field.tsx'
import { secrecyLabels } from './secrecy-labels.ts'

const opinions = Object.entries(secrecyLabels).map(([value, label]) => ({ value, label }))
const bases = [
  '不含国家秘密、工作秘密',
  '属于应当主动公开的信息，无涉密内容',
  '已经公开的信息',
  '经定密责任人确认不涉密',
]

/** Secrecy review, item by item: the text and each file for itself. */
export function SecrecyFields({ view, title }: { view: RecordView; title: string }) {
  return (
    <fieldset className="framed">
      <legend>{title}</legend>
      <p className="quiet">条例第十七条、保密法第三十五条：逐项审查，先审查后公开。</p>
      {view.secrecyItems.map(({ id, label }) => (
        <section key={id} className="secrecy-item" aria-label={`${label}的保密审查`}>
          <p className="secrecy-title">{label}</p>
          <Form.Item name={['secrecy', id, 'opinion']} label="意见" required>
            <Radio.Group className="stacked gap-6" options={opinions} />
          </Form.Item>
          <Form.Item name={['secrecy', id, 'basis']} label="依据" required>
            <SuggestField suggestions={bases} max={300} />
          </Form.Item>
        </section>
      ))}
    </fieldset>
  )
}
