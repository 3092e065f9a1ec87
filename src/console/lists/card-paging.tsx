import { Pagination } from 'antd'
import type { Paging } from './paging.ts'

/** The pages of a list of cards, on a narrow screen. */
export function CardPaging({ page, total, pageSize, onPage }: Paging) {
  return (
    <Pagination
      className="queue-paging"
      simple
      current={page}
      total={total}
      pageSize={pageSize}
      onChange={onPage}
      showSizeChanger={false}
    />
  )
}
