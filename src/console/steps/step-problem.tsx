import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { CaseView } from '../../requests/case-view.ts'
import { Problem } from '../api.ts'

/** Why the step was not taken. When somebody else was faster, the case is read again and what was typed stays. */
export function StepProblem({ error, view, onReloaded }: StepProblemProps) {
  const client = useQueryClient()
  if (!error) return null
  const isChanged = error instanceof Problem && error.code === 'changed_meanwhile'
  const article = error instanceof Problem && error.article ? `（${error.article}）` : ''
  const reload = async () => {
    await client.refetchQueries({ queryKey: ['case', view.id] })
    onReloaded()
  }
  return (
    <Alert
      className="gap-below"
      type={isChanged ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={`${error.message}${article}`}
      description={isChanged ? '您填写的内容会保留。刷新后请核对案件的新情况，再决定是否继续。' : undefined}
      action={
        isChanged ? (
          <Button type="primary" size="small" onClick={reload}>
            刷新案件
          </Button>
        ) : undefined
      }
    />
  )
}

interface StepProblemProps {
  readonly error: Error | null
  readonly view: CaseView
  readonly onReloaded: () => void
}
