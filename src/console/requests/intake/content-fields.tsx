import { Form, Select } from 'antd'
import { formsWanted, routesWanted } from '../../../requests/applicant/wanted.ts'
import { optionsOf } from '../../fields/options.ts'
import { PiecesField } from '../../fields/pieces-field.tsx'
import type { IntakeValues } from './intake-form.ts'

/** What is asked for, piece by piece, and how it is wanted. A purpose is never asked. */
export function ContentFields() {
  const form = Form.useFormInstance<IntakeValues>()
  const pieces = Form.useWatch('pieces', form) ?? ['']
  return (
    <fieldset className="panel form-part">
      <legend>所需政府信息</legend>
      <Form.Item
        name="pieces"
        label="名称、文号或者便于查询的其他特征性描述"
        required
        extra={
          pieces.length > 1
            ? `将登记为${pieces.length}件，分别编号、分别计算期限。`
            : '一封来信要几项互不相关的信息的，可以分成几件登记。'
        }
      >
        <PiecesField />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="formWanted" label="获取信息的方式">
          <Select options={optionsOf(formsWanted)} allowClear />
        </Form.Item>
        <Form.Item name="routeWanted" label="获取信息的途径">
          <Select options={optionsOf(routesWanted)} allowClear />
        </Form.Item>
      </div>
    </fieldset>
  )
}
