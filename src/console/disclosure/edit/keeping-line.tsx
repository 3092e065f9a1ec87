import { Button } from 'antd'
import { clockTime } from '../disclosure-words.ts'
import { Place } from '../place.tsx'
import type { Keeper } from './keeper.ts'
import { useKept } from './use-keeper.ts'

/** Whether what was typed is on the server, and where it is while it is not. */
export function KeepingLine({ keeper }: { keeper: Keeper }) {
  const { keeping, revision } = useKept(keeper)
  return (
    <p className="keeping" data-state={keeping.state} role="status">
      {keeping.state === 'kept'
        ? keeping.savedAt === null
          ? `现在是第${revision}稿`
          : `已于 ${clockTime(keeping.savedAt)} 保存为第${revision}稿`
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
          {keeping.problem.message}。您的文字已存在这台电脑上，改好后自动保存。
          <PlaceOfProblem fields={keeping.problem.fields} />
        </>
      ) : null}
      {keeping.state === 'overtaken' ? <strong>■ 与他人的修改冲突，请选择以哪一份为准</strong> : null}
    </p>
  )
}

/** Leads to the paragraph that the server does not take. */
function PlaceOfProblem({ fields }: { fields: Readonly<Record<string, string>> }) {
  const [paragraph] = Object.keys(fields).flatMap((field) => /^content\.text\.(\d+)$/.exec(field)?.slice(1) ?? [])
  return paragraph === undefined ? null : (
    <>
      {' '}
      <Place place={`text:${paragraph}`}>转到正文第{Number(paragraph) + 1}段</Place>
    </>
  )
}
