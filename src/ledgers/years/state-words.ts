import type { LedgerYear } from './ledger-year.ts'

/** The state of a ledger in a year, with who and when, in one line. */
export function stateWords(of: LedgerYear): string {
  const { state, rows, standing, keptSince, imported, confirmation, lack } = of
  const inForce = standing === null ? '' : `，年末现行有效${standing}件`
  switch (state) {
    case 'confirmed':
      return `${confirmation?.rowCount === 0 ? '确认为零' : `${rows}条，确认没有遗漏`}${inForce}：${confirmation?.name}，${confirmation?.on}（${confirmation?.words}）`
    case 'imported':
      return `${rows}条${inForce}，由文件导入：${importWords(of)}${keptSince && of.enteredHere > 0 ? `；${keptSince}起在本平台登记` : ''}`
    case 'kept':
      return `${rows}条${inForce}，${keptSince}起在本平台登记`
    case 'notKept':
      return `未登记、未确认：${lack}`
    default:
      return imported ? importWords(of) : ''
  }
}

/** Which file, when and by whom; of imports from before 0.3 only the day is on record. */
export const importWords = ({ imported }: Pick<LedgerYear, 'imported'>): string =>
  [imported?.fileName ?? '文件名没有记载', imported?.on, imported?.name ?? '导入人没有记载'].filter(Boolean).join('，')
