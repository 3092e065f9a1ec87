import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Form, Input } from 'antd'
import { Guide } from '../../platform/guide/guide.ts'
import { counted } from '../fields/counted.ts'
import { clearErrors, showFieldErrors, showIssues } from '../fields/field-errors.ts'
import { RemoveRow } from '../fields/remove-row.tsx'
import { TextField } from '../fields/text-field.tsx'
import { platform } from './platform-api.ts'

/** What of the guide is typed here; the rest of it is filed elsewhere. */
export function GuideForm({ guide }: { guide: Guide }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Guide>()
  const save = useMutation({
    mutationFn: platform.changeGuide,
    onSuccess: (changed) => {
      client.setQueryData(['guide'], changed)
      message.success('指南已保存，公开页面随即更新')
    },
    onError: (error) => showFieldErrors(form, error),
  })
  const submit = () => {
    const checked = Guide.safeParse({ ...guide, ...form.getFieldsValue(true) })
    if (checked.success) save.mutate(checked.data)
    else showIssues(form, checked.error.issues)
  }
  return (
    <Form
      className="panel guide-form"
      form={form}
      layout="vertical"
      initialValues={guide}
      onValuesChange={(changed) => clearErrors(form, changed)}
      onFinish={submit}
    >
      {save.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={save.error.message} />
      ) : null}
      <OfficeFields />
      <ChannelFields />
      <fieldset className="form-part">
        <legend>查阅场所（条例第二十五条）</legend>
        <ReadingPlaces />
      </fieldset>
      <SupervisionFields />
      <Form.Item name="note" label="其他说明">
        <TextField rows={2} max={1000} />
      </Form.Item>
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      </div>
    </Form>
  )
}

function OfficeFields() {
  return (
    <>
      <Form.Item name="officeHours" label="办公时间" extra="如：周一至周五9:00—12:00，13:30—17:00（法定节假日除外）">
        <Input {...counted(120)} />
      </Form.Item>
      <div className="form-row form-row-half">
        <Form.Item name="fax" label="传真号码">
          <Input {...counted(40)} />
        </Form.Item>
        <Form.Item name="website" label="机关网站网址">
          <Input {...counted(300)} placeholder="https://" />
        </Form.Item>
      </div>
    </>
  )
}

function ChannelFields() {
  return (
    <fieldset className="form-part">
      <legend>依申请公开的渠道</legend>
      <p className="quiet gap-below">
        当面提交、邮寄和网上申请始终开通。另外开通并写明的渠道，本机关承担法律责任（国办公开办函〔2017〕19号）。
      </p>
      <Form.Item name="acceptsFax" valuePropName="checked">
        <Checkbox>接受传真申请</Checkbox>
      </Form.Item>
      <Form.Item name="faxTerms" label="传真申请的要求">
        <Input {...counted(200)} placeholder="如：传真后请电话确认收到" />
      </Form.Item>
      <Form.Item name="acceptsEmail" valuePropName="checked">
        <Checkbox>接受电子邮件申请（使用“机关信息”中的电子邮箱）</Checkbox>
      </Form.Item>
      <Form.Item name="emailTerms" label="电子邮件申请的要求">
        <Input {...counted(200)} placeholder="如：邮件主题注明“政府信息公开申请”" />
      </Form.Item>
    </fieldset>
  )
}

function SupervisionFields() {
  return (
    <fieldset className="form-part">
      <legend>监督</legend>
      <div className="form-row form-row-half">
        <Form.Item name="competentDepartment" label="政府信息公开工作主管部门">
          <Input {...counted(60)} placeholder="如：示例市人民政府办公室" />
        </Form.Item>
        <Form.Item name="competentPhone" label="主管部门电话">
          <Input {...counted(40)} />
        </Form.Item>
      </div>
    </fieldset>
  )
}

function ReadingPlaces() {
  const form = Form.useFormInstance()
  return (
    <Form.List name="readingPlaces">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="repeated-row reading-place">
              <Form.Item name={[name, 'name']} label="名称" required>
                <Input {...counted(60)} placeholder="如：示例市图书馆" />
              </Form.Item>
              <Form.Item name={[name, 'address']} label="地址" required>
                <Input {...counted(120)} />
              </Form.Item>
              <Form.Item name={[name, 'hours']} label="开放时间">
                <Input {...counted(120)} />
              </Form.Item>
              <Form.Item name={[name, 'phone']} label="电话">
                <Input {...counted(40)} />
              </Form.Item>
              <RemoveRow
                what={`去掉第${name + 1}处查阅场所`}
                row={() => form.getFieldValue(['readingPlaces', name])}
                onRemove={() => remove(name)}
              />
            </div>
          ))}
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined aria-hidden />}
            disabled={fields.length >= 20}
            onClick={() => add({ name: '', address: '', hours: '', phone: '' })}
          >
            加一处查阅场所
          </Button>
        </>
      )}
    </Form.List>
  )
}
