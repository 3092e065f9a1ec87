import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { Problem } from '../api.ts'

/** Somebody else was faster: what the form was opened on is no longer so. */
const overtaking = ['changed_meanwhile', 'text_changed', 'edition_closed']

/** Why the step was not taken. What changed meanwhile is read again by its query, and what was typed stays. */
export function StepProblem<View>({ error, queryKey, onReloaded }: StepProblemProps<View>) {
  const client = useQueryClient()
  if (!error) return null
  const isOvertaken = error instanceof Problem && overtaking.includes(error.code)
  const article = error instanceof Problem && error.article ? `（${error.article}）` : ''
  const reload = async () => {
    await client.refetchQueries({ queryKey })
    onReloaded(client.getQueryData<View>(queryKey))
  }
  return (
    <Alert
      className="gap-below"
      type={isOvertaken ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={`${error.message}${article}`}
      description={isOvertaken ? '您填写的内容会保留。刷新后请核对新的情况，再决定是否继续。' : undefined}
      action={
        isOvertaken ? (
          <Button type="primary" size="small" onClick={reload}>
            刷新
          </Button>
        ) : undefined
      }
    />
  )
}

interface StepProblemProps<View> {
  readonly error: Error | null
  readonly queryKey: QueryKey
  readonly onReloaded: (now: View | undefined) => void
}
