import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { administration } from './administration-api.ts'

/** Walks the chain from its first entry, compares it with the anchors, and says whether it is whole, or where it breaks. */
export function VerifyButton() {
  const { modal } = App.useApp()
  const verify = useMutation({
    mutationFn: administration.verifyAudit,
    onSuccess: ({ entries, anchors, broken, hint }) => {
      if (broken) modal.error({ title: '审计日志不完整', content: `${broken.message}。请保全现场，立即报告。` })
      else if (hint)
        modal.warning({
          title: '审计日志逐条相符',
          content: `共${entries}条，逐条校验，没有缺失和改动。但是，${hint}。`,
        })
      else
        modal.success({
          title: '审计日志完整',
          content: `共${entries}条，逐条校验，没有缺失和改动，与${anchors}个锚点相符。`,
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
