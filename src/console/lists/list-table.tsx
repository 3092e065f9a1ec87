import { Table, type TableColumnsType } from 'antd'
import { useNavigate } from 'react-router'
import type { ListProps } from './paging.ts'

/** A list on a wide screen; the whole row leads where its link leads. */
export function ListTable<Item extends object>(props: ListTableProps<Item>) {
  const { items, isLoading, paging, columns, pathOf, rowClass, unit } = props
  const go = useNavigate()
  return (
    <Table<Item>
      className="queue-table"
      rowKey={pathOf}
      columns={columns}
      dataSource={[...items]}
      loading={isLoading}
      rowClassName={rowClass}
      onRow={(item) => ({
        onClick: ({ target }) => {
          const isLink = target instanceof Element && target.closest('a') !== null
          if (!isLink && getSelection()?.isCollapsed !== false) go(pathOf(item))
        },
      })}
      pagination={{
        current: paging.page,
        total: paging.total,
        pageSize: paging.pageSize,
        onChange: paging.onPage,
        showSizeChanger: false,
        showTotal: (total) => `共 ${total} ${unit}`,
      }}
    />
  )
}

interface ListTableProps<Item> extends ListProps<Item> {
  readonly columns: TableColumnsType<Item>
  readonly pathOf: (item: Item) => string
  readonly rowClass: (item: Item) => string
  /** The word by which they are counted: 件, 条. */
  readonly unit: string
}
