import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Form, Input } from 'antd'
import { type Organ, OrganChange } from '../../organs/organ.ts'
import { counted } from '../fields/counted.ts'
import { clearErrors, showFieldErrors, showIssues } from '../fields/field-errors.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { administration } from './organs-api.ts'
import { SealCard } from './seal-card.tsx'
import { SiteForm } from './site-form.tsx'

export function OrganPage() {
  const query = useQuery({ queryKey: ['organ'], queryFn: administration.organ })
  return (
    <Guarded to={['systemAdmin']}>
      <div className="page">
        <PageHead title="机关信息" lead="印在公开指南、机关页面和文书上。" />
        <Fetched query={query}>
          {(organ) => (
            <>
              <OrganForm organ={organ} />
              {organ.parentId === null ? <SiteForm organ={organ} /> : null}
              <SealCard />
            </>
          )}
        </Fetched>
      </div>
    </Guarded>
  )
}

const fields: readonly { readonly name: keyof OrganChange; readonly label: string; readonly help?: string }[] = [
  { name: 'ogiWorkBody', label: '政府信息公开工作机构' },
  { name: 'phone', label: '联系电话', help: '印在文书末尾，供申请人咨询。' },
  { name: 'email', label: '电子邮箱' },
  { name: 'address', label: '办公地址' },
  { name: 'postcode', label: '邮政编码' },
  { name: 'creditCode', label: '统一社会信用代码' },
  { name: 'letterCode', label: '机关代字', help: '用于文书编号，如“示营商”；不填时用机关名称。' },
  { name: 'siteCode', label: '网站标识码' },
]

function OrganForm({ organ }: { organ: Organ }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<OrganChange>()
  const save = useMutation({
    mutationFn: administration.changeOrgan,
    onSuccess: (changed) => {
      client.setQueryData(['organ'], changed)
      client.invalidateQueries({ queryKey: ['me'] })
      message.success('机关信息已保存')
    },
    onError: (error) => showFieldErrors(form, error),
  })
  const submit = (values: OrganChange) => {
    const checked = OrganChange.safeParse(values)
    if (checked.success) save.mutate(checked.data)
    else showIssues(form, checked.error.issues)
  }
  return (
    <Form
      className="panel organ-form"
      form={form}
      layout="vertical"
      initialValues={organ}
      onValuesChange={(changed) => clearErrors(form, changed)}
      onFinish={submit}
    >
      {save.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={save.error.message} />
      ) : null}
      <Form.Item name="name" label="机关全称" required>
        <Input {...counted(60)} />
      </Form.Item>
      <div className="form-row form-row-half">
        {fields.map(({ name, label, help }) => (
          <Form.Item key={name} name={name} label={label} extra={help}>
            <Input {...counted(200)} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="canMakeRules" valuePropName="checked" extra="决定年度报告“规章”一栏是否填报。">
        <Checkbox>有权制定规章</Checkbox>
      </Form.Item>
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      </div>
    </Form>
  )
}
