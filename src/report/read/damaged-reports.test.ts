import { expect, test } from 'vitest'
import { damagedReport, faultsOf } from './testing/damaged-report.ts'

/** A few hundred by default; KAICHENG_RUNS asks for more, which begin with the same. */
const runs = Number(process.env.KAICHENG_RUNS) || 300
const perTest = 100

/**
 * A report whose every sum holds is printed in some form and damaged on its way. Whatever is read of it is what was
 * written; what is not read has a finding on the reading that names its row or table; and no error is told of the report.
 */
test.for(Array.from({ length: Math.ceil(runs / perTest) }, (_, index) => index * perTest))(
  'damaged reports from %i on are read right or not at all',
  { timeout: 600_000 },
  async (from) => {
    const faults: string[] = []
    for (let seed = from; seed < Math.min(from + perTest, runs); seed += 1) {
      const damaged = await damagedReport(seed)
      for (const fault of await faultsOf(damaged)) faults.push(`${seed} ${damaged.what}: ${fault}`)
    }
    expect(faults).toEqual([])
  },
)

test.for([[7162, 'a page break moves the columns of a table, and the figure left of them has a mark']] as const)(
  'damaged report %i: %s',
  async ([seed]) => {
    expect(await faultsOf(await damagedReport(seed))).toEqual([])
  },
)
