import { decisionKinds } from '../../../ledgers/decisions/decision-fields.ts'
import { decisionDays, decisionSorts, decisionStates } from '../../../ledgers/decisions/wanted.ts'
import type { ListChoices } from '../../lists/filter-bar.tsx'
import { useUnitFilter } from '../../lists/use-unit-filter.ts'

/** By what the register of decisions is narrowed. */
export function useDecisionChoices(): ListChoices {
  const unit = useUnitFilter('承办科室', '未编入科室')
  return {
    exportAt: 'ledgers/decisions/list/export',
    exportTitle: '导出当前列表的全部页；个人信息仍作遮盖，每次导出都记入审计日志',
    days: decisionDays,
    sorts: decisionSorts,
    filters: [
      { id: 'kind', label: '类别', choices: decisionKinds },
      { id: 'state', label: '公示情况', choices: decisionStates },
      unit,
    ],
  }
}
