import { UploadOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { rowKeepers } from '../../../ledgers/rows/row-ledger.ts'
import { businessRoles } from '../../../organs/role.ts'
import { FormDialog } from '../../fields/form-dialog.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { officeTime } from '../../words.ts'
import { type ImportView, ledgers } from '../ledgers-api.ts'

/** 台账导入: which file, when, by whom, how many rows; and taking one back. */
export function ImportsPage() {
  const me = useMe()
  const go = useNavigate()
  const [undoing, setUndoing] = useState<ImportView | null>(null)
  const imports = useQuery({ queryKey: ['imports'], queryFn: ledgers.imports })
  const mayUndo = holds(me, ['unitHead', 'ogiHead'])
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="台账导入"
          lead="导错的，由科室负责人或者政府信息公开工作机构负责人整批撤销：删去新增的行，恢复更新的行。"
        >
          {holds(me, rowKeepers) ? (
            <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => go('/ledgers/imports/new')}>
              导入台账
            </Button>
          ) : null}
        </PageHead>
        <section className="panel" aria-label="台账导入">
          <Fetched query={imports}>
            {({ items }) => (
              <LedgerList
                items={items}
                keyOf={({ id }) => id}
                columns={mayUndo ? [...columns, acts(setUndoing)] : columns}
                empty="还没有导入过台账"
              />
            )}
          </Fetched>
        </section>
        {undoing ? <UndoDialog imported={undoing} onClose={() => setUndoing(null)} /> : null}
      </div>
    </Guarded>
  )
}

const counts = ({ added, changed, unchanged }: ImportView) => `新增${added}，更新${changed}，未变${unchanged}`

const columns: ListColumn<ImportView>[] = [
  { title: '时间', render: ({ importedAt }) => officeTime(importedAt) },
  { title: '文件', render: ({ fileName }) => fileName },
  { title: '导入人', render: ({ importedName }) => importedName || '未记录' },
  { title: '行数', render: counts },
  {
    title: '撤销',
    render: ({ undoneAt, undoneBy, undoReason }) =>
      undoneAt ? `${officeTime(undoneAt)}由${undoneBy}撤销：${undoReason}` : '',
  },
]

const acts = (onUndo: (imported: ImportView) => void): ListColumn<ImportView> => ({
  title: '办理',
  render: (imported) =>
    imported.undoneAt || imported.isTooOld ? (
      <span className="quiet">{imported.isTooOld && !imported.undoneAt ? '没有保留导入前的内容，不能撤销' : ''}</span>
    ) : (
      <Button size="small" onClick={() => onUndo(imported)} aria-label={`撤销导入${imported.fileName}`}>
        撤销
      </Button>
    ),
})

const Undo = z.object({ reason: z.string().trim().min(1, '请写明撤销的理由').max(500, '理由不超过500个字') })

function UndoDialog({ imported, onClose }: { imported: ImportView; onClose: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = async (checked: unknown) => {
    const { removed, restored, reportsToRevise } = await ledgers.undoImport(imported.id, checked)
    const years = reportsToRevise.length > 0 ? `。${reportsToRevise.join('、')}年度报告须核对、修订后重新公布` : ''
    message.success(`已撤销：删去${removed}行，恢复${restored}行${years}`, reportsToRevise.length > 0 ? 12 : 4)
    await client.invalidateQueries()
  }
  return (
    <FormDialog
      title={`撤销导入“${imported.fileName}”`}
      about={imported.id}
      isTold
      action="撤销这次导入"
      lead={`这次导入${counts(imported)}。撤销后，新增的行删去，更新的行恢复原样；导入以后又有改动、发布的，不能整批撤销。导入前后的内容仍然保留，谁在何时为何撤销记入审计日志。`}
      schema={Undo}
      initial={{ reason: '' }}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="reason" label="撤销的理由" required>
        <TextField rows={3} max={500} />
      </Form.Item>
    </FormDialog>
  )
}
