import { Button } from 'antd'
import { timeOfDayAt } from '../../days/plain-date.ts'
import { useKept } from '../disclosure/edit/use-keeper.ts'
import type { ReportKeeper } from './use-report-keeper.ts'

/** Whether what was typed is on the server, and where it is while it is not. */
export function KeepingWords({ keeper }: { keeper: ReportKeeper }) {
  const { keeping } = useKept(keeper)
  const { state } = keeping
  return (
    <span className="keeping" data-state={state} role="status">
      {state === 'kept' && keeping.savedAt !== null ? `已于 ${timeOfDayAt(keeping.savedAt)} 保存` : null}
      {state === 'typed' ? '停下来就会自动保存' : null}
      {state === 'sending' ? '正在保存…' : null}
      {state === 'waiting' ? (
        <>
          <strong>■ 还没有存到服务器</strong>，已存在这台电脑上，恢复后自动保存。{' '}
          <Button size="small" onClick={() => keeper.flush()}>
            现在再试
          </Button>
        </>
      ) : null}
      {state === 'refused' ? (
        <strong>■ 没有保存：{Object.values(keeping.problem.fields)[0] ?? keeping.problem.message}</strong>
      ) : null}
      {state === 'overtaken' ? <strong>■ 他人也改了，请在上面选定</strong> : null}
    </span>
  )
}
