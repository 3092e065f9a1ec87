import { useQuery } from '@tanstack/react-query'
import { actLabels } from '../../../disclosure/content.ts'
import { recordTypes } from '../../../disclosure/record-type.ts'
import { recordDays, wantedStatuses } from '../../../disclosure/wanted.ts'
import { holdsRecords } from '../../../platform/columns/column.ts'
import type { ListChoices } from '../../lists/filter-bar.tsx'
import { administration } from '../../organs/organs-api.ts'
import { useColumns } from '../edit/use-columns.ts'

/** By what the records are narrowed. */
export function useRecordChoices(): ListChoices {
  const { columns } = useColumns()
  const units = useQuery({ queryKey: ['units'], queryFn: administration.units })
  return {
    exportAt: 'records/export',
    exportTitle: '导出当前列表的全部页；每次导出都记入审计日志',
    days: recordDays,
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
      {
        id: 'unit',
        label: '拟稿科室',
        choices: (units.data?.items ?? []).map(({ id, name }) => ({ id, label: name })),
      },
    ],
  }
}
