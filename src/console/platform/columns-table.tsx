import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, Grid, Table } from 'antd'
import { chineseDate } from '../../days/plain-date.ts'
import { columnKinds, holdsRecords } from '../../platform/columns/column.ts'
import { WholeDays } from '../whole-days.tsx'
import type { ColumnNode } from './column-tree.ts'
import type { ColumnWish } from './column-wish.ts'
import { FreshnessMark } from './freshness-mark.tsx'

interface ColumnsTableProps {
  readonly columns: readonly ColumnNode[]
  readonly isTree: boolean
  /** Undefined for who only reads. */
  readonly onWish: ((wish: ColumnWish) => void) | undefined
  /** Those that are ticked, to be given to a unit at once; on a narrow screen none are. */
  readonly ticked: readonly string[]
  readonly onTick: (ids: readonly string[]) => void
}

const kindLabel = (kind: string) => columnKinds.find(({ id }) => id === kind)?.label ?? kind

function Name({ column, isTree }: { column: ColumnNode; isTree: boolean }) {
  return (
    <span className={`column-name column-depth-${isTree ? column.depth : 0}`}>
      <span className={column.depth === 0 ? 'strong' : ''}>{column.name}</span>{' '}
      {column.isStandard ? null : <span className="tag-quiet">自设</span>}
      {column.closedOn ? (
        <span className="quiet">
          <WholeDays>{`${chineseDate(column.closedOn)}撤销：${column.closedReason}`}</WholeDays>
        </span>
      ) : null}
    </span>
  )
}

function Updated({ column }: { column: ColumnNode }) {
  if (column.updatedOn === null) return <span className="quiet">—</span>
  return (
    <span className="figures">
      <WholeDays>{column.updatedOn}</WholeDays>{' '}
      <span className="quiet">{column.daysSince === 0 ? '今天' : `${column.daysSince}天前`}</span>
    </span>
  )
}

function Menu({ column, onWish }: { column: ColumnNode; onWish: (wish: ColumnWish) => void }) {
  if (column.closedOn)
    return (
      <Button size="small" aria-label={`恢复${column.name}`} onClick={() => onWish({ what: 'reopen', column })}>
        恢复
      </Button>
    )
  return (
    <span className="row-buttons">
      <Button size="small" aria-label={`修改${column.name}`} onClick={() => onWish({ what: 'edit', column })}>
        修改
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'add', label: '在下面增设栏目', disabled: !holdsRecords(column.kind) },
            {
              key: 'move',
              label: column.isRoot ? '移动（一级栏目位置固定）' : '移到别的栏目下',
              disabled: column.isRoot,
            },
            { key: 'close', label: column.isRoot ? '撤销（规定栏目不能撤销）' : '撤销', disabled: column.isRoot },
          ],
          onClick: ({ key }) =>
            onWish(
              key === 'add' ? { what: 'add', below: column } : { what: key === 'move' ? 'move' : 'close', column },
            ),
        }}
      >
        <Button size="small" icon={<MoreOutlined aria-hidden />} aria-label={`${column.name}的其他操作`} />
      </Dropdown>
    </span>
  )
}

/** The columns as a table, on a narrow screen as a list. */
export function ColumnsTable({ columns, isTree, onWish, ticked, onTick }: ColumnsTableProps) {
  const isWide = Grid.useBreakpoint().lg ?? true
  if (columns.length === 0) return <p className="quiet">没有这样的栏目。</p>
  if (!isWide) return <ColumnCards columns={columns} isTree={isTree} onWish={onWish} />
  return (
    <Table<ColumnNode>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={[...columns]}
      {...(onWish ? { rowSelection: tickedRows(ticked, onTick) } : {})}
      columns={[
        { title: '栏目', width: 210, render: (_, column) => <Name column={column} isTree={isTree} /> },
        { title: '类型', width: 84, render: (_, { kind }) => <span className="quiet">{kindLabel(kind)}</span> },
        { title: '责任科室', render: (_, { unitName }) => unitName ?? <span className="quiet">未定</span> },
        { title: '已公开', width: 70, align: 'right', render: (_, { liveCount }) => liveCount },
        { title: '最近更新', width: 172, render: (_, column) => <Updated column={column} /> },
        {
          title: '更新周期',
          width: 84,
          align: 'right',
          render: (_, { updateDays }) => (updateDays === null ? <span className="quiet">—</span> : `${updateDays}天`),
        },
        { title: '状态', width: 132, render: (_, { freshness }) => <FreshnessMark freshness={freshness} /> },
        ...(onWish
          ? [
              {
                title: '办理',
                width: 108,
                render: (_: unknown, column: ColumnNode) => <Menu column={column} onWish={onWish} />,
              },
            ]
          : []),
      ]}
    />
  )
}

const tickedRows = (ticked: readonly string[], onTick: (ids: readonly string[]) => void) => ({
  selectedRowKeys: [...ticked],
  onChange: (_: unknown, rows: readonly ColumnNode[]) => onTick(rows.map(({ id }) => id)),
  getCheckboxProps: ({ name, closedOn }: ColumnNode) => ({ 'aria-label': `选中${name}`, disabled: closedOn !== null }),
})

function ColumnCards({ columns, isTree, onWish }: Omit<ColumnsTableProps, 'ticked' | 'onTick'>) {
  return (
    <ul className="ruled">
      {columns.map((column) => (
        <li key={column.id}>
          <Name column={column} isTree={isTree} />
          <span className="row column-card-facts">
            <FreshnessMark freshness={column.freshness} />
            <span className="quiet">
              {column.unitName ?? '未定责任科室'} · 已公开{column.liveCount}条
              <WholeDays>{column.updatedOn ? ` · ${column.updatedOn}更新` : ''}</WholeDays>
            </span>
            {onWish ? <Menu column={column} onWish={onWish} /> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
