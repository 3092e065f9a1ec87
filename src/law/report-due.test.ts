import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { newestDueYear, reportDue, reportTiming } from './report-due.ts'

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

test.for([
  { law: 'on the last day it is in time', kind: 'department', out: '2026-01-31', today: '2026-11-30', is: 'inTime' },
  {
    law: 'on the day after it is late',
    kind: 'department',
    out: '2026-02-01',
    today: '2026-11-30',
    is: 'publishedLate',
  },
  { law: 'a government has two months more', kind: 'government', out: '2026-03-31', today: '2026-11-30', is: 'inTime' },
  { law: 'on the last day nobody is late yet', kind: 'department', out: null, today: '2026-01-31', is: 'notYetDue' },
  {
    law: 'on the day after who has not published is',
    kind: 'department',
    out: null,
    today: '2026-02-01',
    is: 'overdue',
  },
  { law: 'a government is not, then', kind: 'government', out: null, today: '2026-02-01', is: 'notYetDue' },
  {
    law: 'a township is never late by the statute',
    kind: 'township',
    out: null,
    today: '2026-11-30',
    is: 'locallySet',
  },
  { law: 'whenever it publishes', kind: 'township', out: '2026-10-01', today: '2026-11-30', is: 'locallySet' },
] as const)('$law', ({ kind, out, today, is }) => {
  const publishedOn = out === null ? null : plainDate(out)
  expect(reportTiming(kind, 2025, { publishedOn, today: plainDate(today) })).toBe(is)
})

test.for([
  ['department', '2026-01-31', 2024],
  ['department', '2026-02-01', 2025],
  ['government', '2026-03-31', 2024],
  ['government', '2026-04-01', 2025],
] as const)('the newest year that a %s had to report on, asked on %s, is %i', ([kind, today, year]) => {
  expect(newestDueYear(kind, plainDate(today))).toBe(year)
})
