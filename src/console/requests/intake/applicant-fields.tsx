import { Form, Input, Radio, Select } from 'antd'
import { applicantKindChoices } from '../../../requests/applicant/applicant-kind.ts'
import { identityKinds } from '../../../requests/applicant.ts'
import { counted } from '../../fields/counted.ts'
import { optionsOf } from '../../fields/options.ts'
import type { IntakeValues } from './intake-form.ts'

export const identityOptions = optionsOf(identityKinds)

/** Who asks: exactly what art. 29 allows to demand, by kind of applicant. */
export function ApplicantFields() {
  const form = Form.useFormInstance<IntakeValues>()
  const kind = Form.useWatch(['applicant', 'kind'], form) ?? 'naturalPerson'
  return (
    <fieldset className="panel form-part">
      <legend>申请人</legend>
      <Form.Item name={['applicant', 'kind']} label="类别" required extra="与年度报告的申请人类别一致。">
        <Radio.Group optionType="button" options={optionsOf(applicantKindChoices)} />
      </Form.Item>
      {kind === 'naturalPerson' ? <PersonFields /> : <OrganisationFields />}
      <div className="form-row">
        <Form.Item
          name={['applicant', 'phone']}
          label="联系电话"
          extra="来件有几种就填几种，以便联系和送达；几个号码用“/”隔开。"
        >
          <Input {...counted(100)} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name={['applicant', 'email']} label="电子邮箱">
          <Input {...counted(200)} inputMode="email" autoComplete="off" />
        </Form.Item>
      </div>
      <div className="form-row form-row-wide">
        <Form.Item name={['applicant', 'address']} label="通信地址">
          <Input {...counted(200)} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['applicant', 'postcode']} label="邮政编码">
          <Input {...counted(6)} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      </div>
    </fieldset>
  )
}

function PersonFields() {
  return (
    <div className="form-row">
      <Form.Item name={['applicant', 'name']} label="姓名" required>
        <Input {...counted(100)} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['applicant', 'identityKind']} label="证件种类">
        <Select options={identityOptions} popupMatchSelectWidth={false} />
      </Form.Item>
      <Form.Item
        name={['applicant', 'identityNumber']}
        label="证件号码"
        extra="来件没有的可以不填，办理时一并告知补正。"
      >
        <Input {...counted(40)} autoComplete="off" spellCheck={false} />
      </Form.Item>
    </div>
  )
}

function OrganisationFields() {
  return (
    <div className="form-row">
      <Form.Item name={['applicant', 'name']} label="名称" required>
        <Input {...counted(100)} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['applicant', 'creditCode']} label="统一社会信用代码" extra="来件没有的可以不填。">
        <Input {...counted(18)} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name={['applicant', 'legalRepresentative']} label="法定代表人或者负责人">
        <Input {...counted(100)} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['applicant', 'contactName']} label="联系人">
        <Input {...counted(100)} autoComplete="off" />
      </Form.Item>
    </div>
  )
}
