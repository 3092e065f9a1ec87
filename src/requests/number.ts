import { nextNumber } from '../db/counters.ts'
import type { Tx } from '../db/database.ts'
import type { Organ } from '../organs/organ.ts'
import { highestImported } from './store/counters.ts'

type Named = Pick<Organ, 'name' | 'letterCode'>

/** What stands before and after the count: 示统依申请〔2026〕12号, no leading zero, no 第 (GB/T 9704). */
const around = { request: '依申请', letter: '公复', reanswer: '公复重' } as const

const headOf = ({ name, letterCode }: Named, series: keyof typeof around, year: number): string =>
  `${letterCode || name}${around[series]}〔${year}〕`
const tail = '号'

/** Gives the organ's next number of a series in a year, after those of imported requests. */
export async function giveNumber(
  tx: Tx,
  organ: Named & Pick<Organ, 'id'>,
  series: keyof typeof around,
  year: number,
): Promise<string> {
  const head = headOf(organ, series, year)
  const before = async () => (series === 'request' ? highestImported(tx, organ.id, head, tail) : 0)
  return `${head}${await nextNumber(tx, { organId: organ.id, series, year }, before)}${tail}`
}
