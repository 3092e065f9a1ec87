import { actLabels } from '../../../disclosure/content.ts'
import { recordTypes } from '../../../disclosure/record-type.ts'
import { recordDays, recordSorts, wantedStatuses } from '../../../disclosure/wanted.ts'
import { holdsRecords } from '../../../platform/columns/column.ts'
import type { ListChoices } from '../../lists/filter-bar.tsx'
import { useUnitFilter } from '../../lists/use-unit-filter.ts'
import { useColumns } from '../edit/use-columns.ts'

/** By what the records are narrowed. */
export function useRecordChoices(): ListChoices {
  const { columns } = useColumns()
  const unit = useUnitFilter('拟稿科室')
  return {
    exportAt: 'records/export',
    exportTitle: '导出当前列表的全部页；每次导出都记入审计日志',
    days: recordDays,
    sorts: recordSorts,
    filters: [
      {
        id: 'column',
        label: '栏目',
        choices: columns
          .filter(({ kind }) => holdsRecords(kind))
          .map(({ id, name, closedOn }) => ({ id, label: closedOn === null ? name : `${name}（已关闭）` })),
      },
      { id: 'type', label: '信息类型', choices: recordTypes },
      { id: 'status', label: '状态', choices: wantedStatuses },
      { id: 'act', label: '事项', choices: Object.entries(actLabels).map(([id, label]) => ({ id, label })) },
      unit,
    ],
  }
}
