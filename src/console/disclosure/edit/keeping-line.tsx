import { Button } from 'antd'
import { timeOfDayAt } from '../../../days/plain-date.ts'
import { Place } from '../place.tsx'
import type { Keeper } from './keeper.ts'
import { type RefusedAt, refusedAt } from './unsaved.ts'
import { useKept } from './use-keeper.ts'

/** Whether what was typed is on the server, and where it is while it is not. */
export function KeepingLine({ keeper }: { keeper: Keeper }) {
  const { keeping, revision, content } = useKept(keeper)
  return (
    <p className="keeping" data-state={keeping.state} role="status">
      {keeping.state === 'kept'
        ? keeping.savedAt === null
          ? `现在是第${revision}稿`
          : `已于 ${timeOfDayAt(keeping.savedAt)} 保存为第${revision}稿`
        : null}
      {keeping.state === 'typed' ? '正在编辑，停下来就会自动保存' : null}
      {keeping.state === 'sending' ? '正在保存…' : null}
      {keeping.state === 'waiting' ? (
        <>
          <strong>■ 还没有存到服务器：</strong>
          {keeping.problem.status === 0 ? '连接不上服务器' : keeping.problem.message}
          。您的文字已存在这台电脑上，恢复后自动保存。{' '}
          <Button size="small" onClick={() => keeper.flush()}>
            现在再试
          </Button>
        </>
      ) : null}
      {keeping.state === 'refused' ? (
        <>
          <strong>■ 没有保存：</strong>
          <RefusedPlaces refused={refusedAt(keeping.problem, content)} />
          。您的文字已存在这台电脑上，改好后自动保存。
        </>
      ) : null}
      {keeping.state === 'overtaken' ? <strong>■ 他人也改了这份文本，请在下面合并</strong> : null}
    </p>
  )
}

const mostSaid = 3

/** Why, and where: each leads to its place. */
function RefusedPlaces({ refused }: { refused: readonly RefusedAt[] }) {
  return (
    <>
      {refused.slice(0, mostSaid).map(({ place, label, why }, index) => (
        <span key={`${place} ${why}`}>
          {index > 0 ? '；' : null}
          {place === null ? null : (
            <>
              <Place place={place}>{label}</Place>：
            </>
          )}
          {why}
        </span>
      ))}
      {refused.length > mostSaid ? `等${refused.length}处` : null}
    </>
  )
}
