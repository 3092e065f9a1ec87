import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { holds, useMe } from '../../session/me.ts'
import { editionPath, records } from '../records-api.ts'

/** Begins another record with the text of this one. */
export function CopyButton({ view }: { view: RecordView }) {
  const isClerk = holds(useMe(), ['clerk'])
  const go = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const copy = useMutation({
    mutationFn: () => records.copy(view),
    onSuccess: (begun) => {
      client.invalidateQueries({ queryKey: ['records'] })
      message.info(`已复制为新的一稿。文号、日期、来源网址${filesLeft(view)}没有带过来，请重新填写。`, 10)
      go(editionPath(begun))
    },
    onError: (problem) => message.error(problem.message, 8),
  })
  return isClerk ? (
    <Button size="small" loading={copy.isPending} onClick={() => copy.mutate()}>
      复制为新稿
    </Button>
  ) : null
}

const filesLeft = ({ content: { attachments } }: RecordView): string =>
  attachments.length > 0 ? `和${attachments.length}个附件` : ''
