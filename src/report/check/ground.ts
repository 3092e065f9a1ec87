import { type PlainDate, yearOf } from '../../days/plain-date.ts'
import type { LedgerYear } from '../../ledgers/years/ledger-year.ts'
import { lackWords, notKept } from '../../ledgers/years/state.ts'
import type { Finding } from '../finding.ts'

/** What keeps a report of the year in the house: the year still runs, or nothing is known of a ledger that it rests on. */
export function groundFindings(year: number, today: PlainDate, ledgers: readonly LedgerYear[]): Finding[] {
  const isOver = yearOf(today) > year
  const running: Finding[] = isOver
    ? []
    : [
        {
          code: 'YEAR_NOT_OVER',
          severity: 'error',
          about: 'report',
          message: `年度尚未结束：今天是${today}，${year}年度的数据只统计到今天，报告要到${year + 1}年才能公布。`,
        },
      ]
  const unknown = notKept(ledgers).map(
    (of): Finding => ({
      code: 'LEDGER_NOT_KEPT',
      severity: 'error',
      about: 'report',
      row: of.ledger,
      message: `${lackWords(of)}。`,
    }),
  )
  return [...running, ...unknown]
}
