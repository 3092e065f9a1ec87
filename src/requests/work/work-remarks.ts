import { chineseDate } from '../../days/plain-date.ts'
import type { NewEvent } from '../event.ts'
import type { StepName } from '../step-inputs.ts'
import { isOpen, type WorkState } from './fold-work.ts'

/** What to mind of the work inside the organ before a step is taken. */
export function workRemarks(
  name: StepName,
  { coHandlings, refusedOffer }: WorkState,
  [first]: readonly NewEvent[],
): string[] {
  if (first?.kind === 'handoverOffered') {
    const { keptBy, unitName } = first.data
    const keeper = [keptBy.unitName, keptBy.staffName].filter(Boolean).join(' ') || '本科室'
    return [`由${unitName}接收后才算交办；接收之前仍由${keeper}负责，答复期限照常计算。${unitName}可以写明理由退回。`]
  }
  if (name === 'assign' && refusedOffer) return ['此前有科室退回，这次交办即时生效，不再等待接收。']
  if (name === 'draftAnswer' || name === 'approveAnswer') return openWords(coHandlings)
  return []
}

const openWords = (coHandlings: WorkState['coHandlings']): string[] =>
  coHandlings
    .filter(isOpen)
    .map(({ unitName, dueOn }) => `${unitName}的协办意见还没有提出（应于${chineseDate(dueOn)}前提出）。`)
