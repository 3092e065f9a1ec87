import { DownloadOutlined, PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Pagination, Select } from 'antd'
import { useState } from 'react'
import { businessRoles } from '../../organs/role.ts'
import type { CatalogueItem } from '../../platform/catalogue/item.ts'
import { type ColumnView, platformEditors } from '../../platform/columns/column.ts'
import { counted } from '../fields/counted.ts'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { CatalogueList } from './catalogue-list.tsx'
import { columnOptions } from './column-dialogs.tsx'
import { ImportButton } from './import-button.tsx'
import { EditItem } from './item-dialog.tsx'
import { platform } from './platform-api.ts'

/** 公开事项目录: what is disclosed, on what ground, when, where and to whom; kept by hand or as a workbook. */
export function CataloguePage() {
  const me = useMe()
  const canEdit = holds(me, platformEditors)
  const [edited, setEdited] = useState<CatalogueItem | 'new' | null>(null)
  const query = useQuery({ queryKey: ['columns'], queryFn: platform.columns })
  const columns = query.data?.items ?? []
  return (
    <Guarded to={[...businessRoles, ...platformEditors]}>
      <div className="page">
        <PageHead title="公开事项目录" lead="按基层政务公开标准目录的各项编制，保存后立即在公开平台公布。">
          <Button icon={<DownloadOutlined aria-hidden />} href="/api/console/catalogue/export">
            导出 Excel
          </Button>
          {canEdit ? (
            <>
              <ImportButton />
              <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
                增加事项
              </Button>
            </>
          ) : null}
        </PageHead>
        <div className="panel">
          <CatalogueFilter columns={columns} />
          <CatalogueItems onEdit={canEdit ? setEdited : undefined} />
        </div>
        {edited ? (
          <EditItem
            item={edited === 'new' ? null : edited}
            columns={columns}
            organName={me.organ.name}
            onClose={() => setEdited(null)}
          />
        ) : null}
      </div>
    </Guarded>
  )
}

/** Which part of the catalogue the address asks for. */
function useCatalogueWanted() {
  const { wanted, page, show } = useWanted()
  return { q: wanted.q ?? '', column: wanted.column ?? '', page, show }
}

function CatalogueFilter({ columns }: { columns: readonly ColumnView[] }) {
  const { q, column, show } = useCatalogueWanted()
  return (
    <div className="row catalogue-filter gap-below">
      <Input.Search
        key={q}
        className="queue-search"
        allowClear
        defaultValue={q}
        placeholder="事项、内容、依据、主体"
        aria-label="在目录中查找"
        {...counted(100)}
        onSearch={(text) => show({ q: text.trim() })}
      />
      <Select
        className="catalogue-column"
        allowClear
        aria-label="只看一个栏目"
        placeholder="全部栏目"
        value={column || null}
        showSearch={{ optionFilterProp: 'label' }}
        options={columnOptions(columns)}
        onChange={(id) => show({ column: id ?? '' })}
      />
    </div>
  )
}

function CatalogueItems({ onEdit }: { onEdit: ((item: CatalogueItem) => void) | undefined }) {
  const { q, column, page, show } = useCatalogueWanted()
  const list = useQuery({
    queryKey: ['catalogue', q, column, page],
    queryFn: () => platform.catalogue(q, column, page),
    placeholderData: keepPreviousData,
  })
  return (
    <Fetched query={list}>
      {({ items, total, pageSize }) => (
        <>
          <CatalogueList items={items} isNarrowed={q !== '' || column !== ''} onEdit={onEdit} />
          {total > pageSize ? (
            <Pagination
              className="queue-paging"
              current={page}
              total={total}
              pageSize={pageSize}
              showSizeChanger={false}
              onChange={(next) => show({ page: next })}
            />
          ) : null}
        </>
      )}
    </Fetched>
  )
}
