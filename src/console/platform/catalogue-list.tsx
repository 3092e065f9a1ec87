import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Empty, Grid, Popconfirm, Table, type TableColumnType } from 'antd'
import type { CatalogueItem } from '../../platform/catalogue/item.ts'
import { platform } from './platform-api.ts'

interface CatalogueListProps {
  readonly items: readonly CatalogueItem[]
  readonly isNarrowed: boolean
  /** Undefined for who only reads. */
  readonly onEdit: ((item: CatalogueItem) => void) | undefined
}

const nameOf = ({ firstItem, secondItem }: CatalogueItem): string => secondItem || firstItem

/** The items of the catalogue as a table, on a narrow screen as a list. */
export function CatalogueList({ items, isNarrowed, onEdit }: CatalogueListProps) {
  const isWide = Grid.useBreakpoint().lg ?? true
  if (items.length === 0)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          isNarrowed ? '没有找到，请换一个词语或者栏目' : '目录还是空的：可以逐项增加，也可以下载模板填好后导入'
        }
      />
    )
  if (!isWide) return <Cards items={items} onEdit={onEdit} />
  return (
    <Table<CatalogueItem>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={[...items]}
      columns={onEdit ? [...facts, buttonsOf(onEdit)] : facts}
    />
  )
}

const facts: TableColumnType<CatalogueItem>[] = [
  { title: '序号', dataIndex: 'position', width: 60, align: 'right' },
  {
    title: '公开事项',
    width: 170,
    render: (_, item) => (
      <span className="stacked">
        <span className="quiet">{item.firstItem}</span>
        {nameOf(item)}
      </span>
    ),
  },
  { title: '公开内容', render: (_, { content }) => <span className="two-lines">{content}</span> },
  { title: '公开依据', render: (_, { basis }) => <span className="two-lines">{basis}</span> },
  { title: '公开时限', dataIndex: 'timeLimit', width: 150 },
  { title: '栏目', width: 110, render: (_, { columnName }) => columnName ?? <span className="quiet">未定</span> },
]

const buttonsOf = (onEdit: (item: CatalogueItem) => void): TableColumnType<CatalogueItem> => ({
  title: '办理',
  width: 128,
  render: (_, item) => <Buttons item={item} onEdit={onEdit} />,
})

function Cards({ items, onEdit }: Omit<CatalogueListProps, 'isNarrowed'>) {
  return (
    <ul className="ruled">
      {items.map((item) => (
        <li key={item.id}>
          <span className="quiet">
            {item.position}. {item.firstItem}
          </span>
          <strong className="stacked">{nameOf(item)}</strong>
          <span className="two-lines">{item.content}</span>
          <span className="row column-card-facts">
            <span className="quiet">
              {item.timeLimit} · {item.columnName ?? '未定栏目'}
            </span>
            {onEdit ? <Buttons item={item} onEdit={onEdit} /> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Buttons({ item, onEdit }: { item: CatalogueItem; onEdit: (item: CatalogueItem) => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const remove = useMutation({
    mutationFn: () => platform.removeItem(item.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['catalogue'] }),
    onError: (error) => message.error(error.message),
  })
  return (
    <span className="row-buttons">
      <Button size="small" aria-label={`修改${nameOf(item)}`} onClick={() => onEdit(item)}>
        修改
      </Button>
      <Popconfirm
        title={`删除“${nameOf(item)}”？`}
        description="公开页面上随即不再有这一项。"
        okText="删除"
        onConfirm={() => remove.mutate()}
      >
        <Button size="small" aria-label={`删除${nameOf(item)}`} loading={remove.isPending}>
          删除
        </Button>
      </Popconfirm>
    </span>
  )
}
