import { accountedLedgers, type LedgerYear } from '../../../ledgers/years/ledger-year.ts'

/** The sentence that somebody answers for by name. */
export function yearSentence({ ledger, year, rows, standing }: LedgerYear): string {
  const nil = accountedLedgers.find(({ id }) => id === ledger)?.nil ?? ''
  const inForce = standing === null ? '' : `，年末现行有效${standing}件`
  return rows === 0
    ? `${year}年本机关${nil}${inForce}。`
    : `${year}年除台账已有的${rows}条外，没有其他应当登记的${inForce}。`
}
