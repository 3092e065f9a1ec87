import { Checkbox, Form, Input, Select } from 'antd'
import { counted } from '../../fields/counted.ts'
import { identityOptions } from './applicant-fields.tsx'
import type { IntakeValues } from './intake-form.ts'

/** Who applies for another, and the help that a person needs (art. 43). */
export function AgentFields() {
  const form = Form.useFormInstance<IntakeValues>()
  const hasAgent = Form.useWatch('hasAgent', form) ?? false
  const needsHelp = Form.useWatch('needsHelp', form) ?? false
  return (
    <fieldset className="panel form-part">
      <legend>代理与协助</legend>
      <div className="row form-checks">
        <Form.Item name="hasAgent" valuePropName="checked" noStyle>
          <Checkbox>由代理人提出</Checkbox>
        </Form.Item>
        <Form.Item name="needsHelp" valuePropName="checked" noStyle>
          <Checkbox>阅读有困难或者有视听障碍，需要协助（第四十三条）</Checkbox>
        </Form.Item>
      </div>
      {hasAgent ? (
        <>
          <div className="form-row">
            <Form.Item name={['applicant', 'agent', 'name']} label="代理人姓名">
              <Input {...counted(100)} autoComplete="off" />
            </Form.Item>
            <Form.Item name={['applicant', 'agent', 'identityKind']} label="代理人证件种类" initialValue="residentId">
              <Select options={identityOptions} popupMatchSelectWidth={false} />
            </Form.Item>
            <Form.Item name={['applicant', 'agent', 'identityNumber']} label="代理人证件号码">
              <Input {...counted(40)} autoComplete="off" spellCheck={false} />
            </Form.Item>
            <Form.Item name={['applicant', 'agent', 'phone']} label="代理人电话">
              <Input {...counted(100)} inputMode="tel" autoComplete="off" />
            </Form.Item>
          </div>
          <p className="quiet">请在下面的附件中上传授权委托书和双方身份证明。</p>
        </>
      ) : null}
      {needsHelp ? (
        <Form.Item name="assistance" label="需要怎样的协助" required>
          <Input {...counted(500)} placeholder="如：答复书用大字打印；由工作人员当面宣读" />
        </Form.Item>
      ) : null}
    </fieldset>
  )
}
