import { FileProtectOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { AuditCheck } from '../../audit/check.ts'
import { administration } from './organs-api.ts'

const report = '请保全现场，立即报告。'
const withNotices = (text: string, { notices }: AuditCheck) => [text, ...notices].join('。')

/** Walks the chain from its first entry, compares it with the anchors, and says whether it is whole, or where it breaks. */
export function VerifyButton() {
  const { modal } = App.useApp()
  const verify = useMutation({
    mutationFn: administration.verifyAudit,
    onSuccess: (check) => {
      const { entries, anchors, broken, hint } = check
      if (broken) modal.error({ title: '审计日志不完整', content: `${broken.message}。${report}` })
      else if (hint)
        modal.warning({
          title: '审计日志逐条相符',
          content: withNotices(`共${entries}条，逐条校验，没有缺失和改动。但是，${hint}。`, check),
        })
      else
        modal.success({
          title: '审计日志完整',
          content: withNotices(`共${entries}条，逐条校验，没有缺失和改动，与${anchors}个锚点相符。`, check),
        })
    },
    onError: (error) => void modal.error({ title: '没有核验成', content: error.message }),
  })
  return (
    <Button icon={<SafetyCertificateOutlined aria-hidden />} loading={verify.isPending} onClick={() => verify.mutate()}>
      核验完整性
    </Button>
  )
}

/** The same for every row of business, and what was signed and kept: whatever was changed past the program is named. */
export function VerifyAllButton() {
  const { modal } = App.useApp()
  const verify = useMutation({
    mutationFn: administration.verifyAll,
    onSuccess: (check) => {
      const { entries, broken, faults, faultCount, hint } = check
      const whole = `${entries}条审计记录完整；每一行业务数据都与改动登记相符；审签的正文、文书和文件与校验码相符。`
      if (!broken && faultCount === 0 && hint)
        return void modal.warning({
          title: '数据逐行相符',
          content: withNotices(`${whole}但是，${hint}。`, check),
        })
      if (!broken && faultCount === 0)
        return void modal.success({
          title: '全部数据相符',
          content: withNotices(whole, check),
        })
      modal.error({
        title: '数据被绕过系统改动',
        width: 720,
        content: (
          <>
            {broken && <p>{broken.message}。</p>}
            {faultCount > 0 && (
              <p>
                {`有${faultCount}处不符`}
                {faultCount > faults.length ? `，先列出${faults.length}处` : ''}：
              </p>
            )}
            <ol className="audit-faults">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ol>
            <p>{report}</p>
          </>
        ),
      })
    },
    onError: (error) => void modal.error({ title: '没有核验成', content: error.message }),
  })
  return (
    <Button icon={<FileProtectOutlined aria-hidden />} loading={verify.isPending} onClick={() => verify.mutate()}>
      {verify.isPending ? '正在逐行核验……' : '核验全部数据'}
    </Button>
  )
}
