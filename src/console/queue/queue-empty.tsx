import { Button, Empty } from 'antd'
import { type ViewId, views } from './views.ts'

export function QueueEmpty({ view, q, onClear }: { view: ViewId; q: string; onClear: () => void }) {
  const { empty, hint } = views.find(({ id }) => id === view) ?? views[0]
  if (q !== '')
    return (
      <Empty className="empty" description={`没有找到与“${q}”有关的申请`}>
        <Button onClick={onClear}>清除查找条件</Button>
      </Empty>
    )
  return (
    <Empty className="empty" image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty}>
      {hint ? <span className="quiet">{hint}</span> : null}
    </Empty>
  )
}
