import { Table, type TableColumnsType } from 'antd'
import type { SorterResult } from 'antd/es/table/interface'
import type { Key } from 'react'
import { useNavigate } from 'react-router'
import type { ListProps, Paging, Ticked } from './paging.ts'

/** A list on a wide screen; the whole row leads where its link leads. */
export function ListTable<Item extends object>(props: ListTableProps<Item>) {
  const { items, isLoading, paging, ticked, columns, pathOf, rowClass, unit } = props
  const go = useNavigate()
  return (
    <Table<Item>
      className="queue-table"
      rowKey={pathOf}
      columns={columns.map((column) => ({ ...column, ...orderOf(column.key, paging) }))}
      onChange={(_, __, sorter, { action }) => action === 'sort' && paging.onSort?.(sortOf(sorter))}
      dataSource={[...items]}
      loading={isLoading}
      rowClassName={rowClass}
      {...(ticked ? { rowSelection: tickedRows(ticked, pathOf) } : {})}
      onRow={(item) => ({
        onClick: ({ target }) => {
          const isOwn = target instanceof Element && target.closest('a, .ant-table-selection-column') !== null
          if (!isOwn && getSelection()?.isCollapsed !== false) go(pathOf(item))
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

const tickedRows = <Item extends object>({ items, onTick }: Ticked<Item>, pathOf: (item: Item) => string) => ({
  selectedRowKeys: items.map(pathOf),
  onChange: (_: unknown, rows: Item[]) => onTick(rows),
  getCheckboxProps: () => ({ 'aria-label': '选中这一件' }),
})

/** A column whose key is a way of ordering is ordered by its head. */
const orderOf = (key: Key | undefined, { sort, onSort }: Paging) =>
  key === undefined || !onSort
    ? {}
    : {
        sorter: true,
        sortOrder: sort === key ? ('ascend' as const) : sort === `-${String(key)}` ? ('descend' as const) : null,
      }

function sortOf<Item>(sorter: SorterResult<Item> | SorterResult<Item>[]): string | undefined {
  const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
  if (columnKey === undefined || !order) return undefined
  return order === 'descend' ? `-${String(columnKey)}` : String(columnKey)
}

interface ListTableProps<Item> extends ListProps<Item> {
  readonly columns: TableColumnsType<Item>
  readonly pathOf: (item: Item) => string
  readonly rowClass: (item: Item) => string
  /** The word by which they are counted: 件, 条. */
  readonly unit: string
}
