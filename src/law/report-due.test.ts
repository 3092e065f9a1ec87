import { expect, test } from 'vitest'
import { reportDue } from './report-due.ts'

test.for([
  { law: 'a department reports by 31 January', kind: 'department', year: 2025, on: '2026-01-31' },
  { law: 'a government by 31 March', kind: 'government', year: 2025, on: '2026-03-31' },
  { law: 'the first report after the revision', kind: 'department', year: 2019, on: '2020-01-31' },
  { law: 'before it everybody had until 31 March', kind: 'department', year: 2018, on: '2019-03-31' },
  { law: 'the first year of all', kind: 'department', year: 2008, on: '2009-03-31' },
  { law: 'before the Regulation nothing was due', kind: 'department', year: 2007, on: undefined },
] as const)('$law', ({ kind, year, on }) => {
  expect(reportDue(kind, year)?.on).toBe(on)
})
