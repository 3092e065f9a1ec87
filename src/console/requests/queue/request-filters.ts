import { useQuery } from '@tanstack/react-query'
import { businessRoles, roleLabel } from '../../../organs/role.ts'
import { applicantKindChoices } from '../../../requests/applicant/applicant-kind.ts'
import { outcomeChoices } from '../../../requests/outcome-choices.ts'
import { requestChannels } from '../../../requests/request-channel.ts'
import { requestStatuses } from '../../../requests/request-status.ts'
import { requestDays, requestSorts } from '../../../requests/wanted.ts'
import type { ListChoices } from '../../lists/filter-bar.tsx'
import { useUnitFilter } from '../../lists/use-unit-filter.ts'
import { administration } from '../../organs/organs-api.ts'

const nobody = { id: 'none', label: '未分办' }

/** By what the requests are narrowed. */
export function useRequestChoices(): ListChoices {
  const unit = useUnitFilter('承办科室', nobody.label)
  const staff = useQuery({ queryKey: ['staff'], queryFn: administration.staff })
  const clerks = (staff.data?.items ?? []).filter(({ roles }) => roles.includes('clerk'))
  return {
    exportAt: 'requests/export',
    exportTitle: '导出当前列表的全部页；申请人信息仍作遮盖，每次导出都记入审计日志',
    days: requestDays,
    sorts: requestSorts,
    filters: [
      {
        id: 'turn',
        label: '轮到谁',
        choices: [{ id: 'mine', label: '轮到我' }, ...businessRoles.map((id) => ({ id, label: roleLabel(id) }))],
      },
      { id: 'status', label: '状态', choices: requestStatuses },
      unit,
      { id: 'handler', label: '承办人', choices: [nobody, ...clerks.map(({ id, name }) => ({ id, label: name }))] },
      { id: 'outcome', label: '办理结果', choices: outcomeChoices },
      { id: 'kind', label: '申请人类别', choices: applicantKindChoices },
      { id: 'channel', label: '渠道', choices: requestChannels },
    ],
  }
}
