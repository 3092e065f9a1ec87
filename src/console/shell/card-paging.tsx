import { Pagination } from 'antd'

interface CardPagingProps {
  readonly page: number
  readonly total: number
  readonly pageSize: number
  readonly onPage: (page: number) => void
}

/** The pages of a list of cards, on a narrow screen. */
export function CardPaging({ page, total, pageSize, onPage }: CardPagingProps) {
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
