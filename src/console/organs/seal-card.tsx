import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { chineseDate } from '../../days/plain-date.ts'
import type { NewCertificate, SealView } from '../../organs/seal/seal-view.ts'
import { counted } from '../fields/counted.ts'
import { clearErrors, showFieldErrors } from '../fields/field-errors.ts'
import { FileButton } from '../fields/file-button.tsx'
import { Facts } from '../requests/case/facts.tsx'
import { Fetched } from '../states/fetched.tsx'
import { administration } from './organs-api.ts'

const inBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(new Error('文件读不出来，请重新选择'))
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.readAsDataURL(file)
  })

/** The certificate with which letters are sealed; without one they are sealed on paper. */
export function SealCard() {
  const query = useQuery({ queryKey: ['seal'], queryFn: administration.seal })
  return (
    <section className="panel organ-form" aria-labelledby="seal-title">
      <h2 id="seal-title">电子签章</h2>
      <p className="quiet gap-below">
        用电子认证机构颁发给本机关的证书，在发出的文书PDF上签章，收件人可以验证由谁签章、是否改动过。没有证书的，文书打印后加盖印章，由经办人在申请页面登记。
      </p>
      <Fetched query={query}>
        {({ certificate }) => (certificate ? <Kept certificate={certificate} /> : <NewOne />)}
      </Fetched>
    </section>
  )
}

function Kept({ certificate }: { certificate: NonNullable<SealView['certificate']> }) {
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const retire = useMutation({
    mutationFn: administration.retireSeal,
    onSuccess: (view) => {
      client.setQueryData(['seal'], view)
      message.success('已停用电子签章')
    },
    onError: (error) => message.error(error.message),
  })
  const { name, issuer, serial, algorithm, validFrom, validTo, addedOn, addedName, leftDays } = certificate
  const ask = () =>
    modal.confirm({
      title: '停用电子签章',
      content: '停用后私钥即删除，以后发出的文书要打印后加盖印章；已经签章的文书不受影响。换用新证书的，停用后再上传。',
      okText: '停用',
      onOk: () => retire.mutateAsync().catch(() => undefined),
    })
  return (
    <>
      {leftDays < 0 ? (
        <Alert className="gap-below" type="error" showIcon title="证书已经过期，以后发出的文书不再签章，请换用新证书" />
      ) : leftDays <= 60 ? (
        <Alert className="gap-below" type="warning" showIcon title={`证书还有${leftDays}天到期，请及时换用新证书`} />
      ) : null}
      <Facts
        items={[
          ['持有人', name],
          ['颁发机构', issuer],
          ['序列号', serial],
          ['算法', algorithm],
          ['有效期', `${chineseDate(validFrom)}至${chineseDate(validTo)}`],
          ['启用', `${chineseDate(addedOn)}，${addedName}`],
        ]}
      />
      <div className="form-buttons">
        <Button onClick={ask} loading={retire.isPending}>
          停用
        </Button>
      </div>
    </>
  )
}

function NewOne() {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<NewCertificate>()
  const [chosen, setChosen] = useState('')
  const keep = useMutation({
    mutationFn: administration.keepSeal,
    onSuccess: (view) => {
      client.setQueryData(['seal'], view)
      message.success('已启用电子签章')
    },
    onError: (error) => showFieldErrors(form, error),
  })
  const choose = async (file: File) => {
    try {
      form.setFieldValue('file', await inBase64(file))
      form.setFields([{ name: 'file', errors: [] }])
      setChosen(file.name)
    } catch (error) {
      form.setFields([{ name: 'file', errors: [error instanceof Error ? error.message : ''] }])
    }
  }
  return (
    <Form
      form={form}
      name="seal"
      layout="vertical"
      autoComplete="off"
      onValuesChange={(changed) => clearErrors(form, changed)}
      onFinish={() => keep.mutate(form.getFieldsValue(true))}
    >
      {keep.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={keep.error.message} />
      ) : null}
      <Form.Item
        name="file"
        label="证书文件（.p12或者.pfx，含私钥）"
        rules={[{ required: true, message: '请选择证书文件（.p12或者.pfx）' }]}
        extra={chosen ? `已选择：${chosen}` : '国密SM2证书和U盾中不能导出的证书目前不支持。'}
      >
        <FileButton accept=".p12,.pfx" label="选择文件" isBusy={keep.isPending} onFile={choose} />
      </Form.Item>
      <Form.Item
        name="passphrase"
        label="证书文件的密码"
        initialValue=""
        extra="只用来打开文件，不保存；私钥加密后保存在本系统。"
      >
        <Input.Password autoComplete="off" {...counted(200)} />
      </Form.Item>
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          启用电子签章
        </Button>
      </div>
    </Form>
  )
}
