import { Skeleton } from 'antd'

/** The outline of a page while it is fetched. */
export function Loading({ rows = 8 }: { rows?: number }) {
  return (
    <div className="page" role="status" aria-label="正在加载">
      <div aria-hidden="true">
        <Skeleton active title={{ width: 240 }} paragraph={{ rows }} />
      </div>
    </div>
  )
}
