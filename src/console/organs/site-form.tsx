import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import type { Organ } from '../../organs/organ.ts'
import { missingOfSite, SiteFacts } from '../../organs/site-facts.ts'
import { counted } from '../fields/counted.ts'
import { clearErrors, showFieldErrors, showIssues } from '../fields/field-errors.ts'
import { administration } from './organs-api.ts'

type Field = { readonly name: keyof SiteFacts; readonly label: string; readonly help?: string; readonly most: number }

const ofSite: readonly Field[] = [
  { name: 'undertaker', label: '承办单位', help: '负责网站日常运行的单位。', most: 60 },
  { name: 'icpNumber', label: 'ICP备案号', help: '如“黑ICP备12345678号-1”。', most: 40 },
  { name: 'policeNumber', label: '公安联网备案号', help: '如“黑公网安备23040002000001号”。', most: 40 },
]

/** What the public site says in its footer and of its data: facts of the site, which are its uppermost organ's. */
export function SiteForm({ organ }: { organ: Organ }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<SiteFacts>()
  const save = useMutation({
    mutationFn: administration.changeSite,
    onSuccess: (changed) => {
      client.setQueryData(['organ'], changed)
      message.success('网站信息已保存')
    },
    onError: (error) => showFieldErrors(form, error),
  })
  const submit = () => {
    const checked = SiteFacts.safeParse(form.getFieldsValue(true))
    if (checked.success) save.mutate(checked.data)
    else showIssues(form, checked.error.issues)
  }
  const { undertaker, icpNumber, policeNumber, dataLicence, englishName, englishAddress } = organ
  return (
    <Form
      className="panel organ-form"
      form={form}
      name="site"
      layout="vertical"
      initialValues={{ undertaker, icpNumber, policeNumber, dataLicence, englishName, englishAddress }}
      onValuesChange={(changed) => clearErrors(form, changed)}
      onFinish={submit}
    >
      <h2>公开网站</h2>
      <Missing names={missingOfSite(organ)} />
      {save.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={save.error.message} />
      ) : null}
      <div className="form-row form-row-half">
        {ofSite.map(({ name, label, help, most }) => (
          <Form.Item key={name} name={name} label={label} extra={help}>
            <Input {...counted(most)} />
          </Form.Item>
        ))}
      </div>
      <Form.Item
        name="dataLicence"
        label="开放数据的使用条款"
        extra="印在“开放数据”页上。不填时写明：可以免费复制、传播和再利用，使用时注明来源。"
      >
        <Input.TextArea {...counted(600)} autoSize={{ minRows: 3 }} />
      </Form.Item>
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存网站信息
        </Button>
      </div>
    </Form>
  )
}

/** They are left out of every page's footer until they are filed. */
function Missing({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={`网站页脚还缺：${names.join('、')}`}
      description="按照《政府网站发展指引》应当在页脚标明；没有填写的，页面上不显示。"
    />
  )
}
