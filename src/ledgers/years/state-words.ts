import type { ImportFact, LedgerYear } from './ledger-year.ts'

/** The state of a ledger in a year, with who, when and every file that had rows of it, in one line. */
export function stateWords(of: LedgerYear): string {
  const { state, rows, standing, keptSince, imports, confirmation, lack } = of
  const inForce = standing === null ? '' : `，年末现行有效${standing}件`
  const files = imports.length > 0 ? `；由文件导入的：${importWords(of)}` : ''
  switch (state) {
    case 'confirmed':
      return `${confirmation?.rowCount === 0 ? '确认为零' : `${rows}条，确认没有遗漏`}${inForce}：${confirmation?.name}，${confirmation?.on}（${confirmation?.words}）${files}`
    case 'imported':
      return `${rows}条${inForce}，由文件导入：${importWords(of)}${keptSince && of.enteredHere > 0 ? `；${keptSince}起在本平台登记` : ''}`
    case 'kept':
      return `${rows}条${inForce}，${keptSince}起在本平台登记${files}`
    default:
      return `未登记、未确认：${lack}${files}`
  }
}

/** Each file that had rows of the year, when and by whom; of imports from before 0.3 only the day is on record. */
export const importWords = ({ imports }: Pick<LedgerYear, 'imports'>): string => imports.map(factWords).join('；')

const factWords = ({ fileName, on, name }: ImportFact): string =>
  [fileName ?? '文件名没有记载', on, name ?? '导入人没有记载'].filter(Boolean).join('，')
