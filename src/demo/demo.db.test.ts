import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasSamples, sampleAt } from '../../tests/samples.ts'
import { isWorkingDay, nationalCalendar } from '../calendar/calendar.ts'
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts'
import { plainDate } from '../days/plain-date.ts'
import { testDatabase } from '../db/testing/database.ts'
import { reportFormat2021 } from '../law/report-format-2021.ts'
import { normativeDocumentsLedger } from '../ledgers/normative-document-ledger.ts'
import type { Organ } from '../organs/organ.ts'
import * as organs from '../organs/store.ts'
import { remediesLedger } from '../remedies/ledger.ts'
import { compileReport } from '../report/compile.ts'
import { type AnnualReport, figure } from '../report/report.ts'
import { cellsOf } from '../report/sheet.ts'
import { requestsLedger } from '../requests/ledger.ts'
import { rowChoices } from '../requests/outcome-choices.ts'
import { keyOf, type Ledger } from '../workbooks/ledger.ts'
import { departments, government } from './city.ts'
import { demoReports, loadDemo } from './demo.ts'
import { rulesPlan } from './departments/government.ts'
import { documentPlan, documentsOf } from './documents.ts'
import type { Profile } from './profile.ts'
import { remediesOf } from './remedies.ts'
import { requestsOf } from './requests.ts'

/** Loaded as the program works, counted as the owner, who sees all organs. */
const { db: program, owner: db } = await testDatabase()
const latestDay = sql<{ latest: string }>`
  select max(day) as latest from (
    select greatest(max(received_on), max(concluded_on)) as day from requests
    union all select max(happened_on) from request_events
    union all select greatest(max(filed_on), max(concluded_on)) from remedies
    union all select greatest(max(issued_on), max(effective_from), max(repealed_on)) from normative_documents
    union all select greatest(max(decided_on), max(published_on)) from administrative_decisions
    union all select max(collected_on) from administrative_fees
    union all select greatest(max(published_on), max(formed_on), max(withdrawn_on)) from publications) days`
const said: string[] = []
const ledgerTables = [
  'requests',
  'requestEvents',
  'remedies',
  'normativeDocuments',
  'administrativeDecisions',
  'administrativeFees',
  'channels',
  'publications',
] as const
const city: { organ: Organ; reports: Map<number, AnnualReport> }[] = []

beforeAll(async () => {
  await loadDemo(program, (line) => said.push(line))
  await db.transaction().execute(async (tx) => {
    for (const organ of await organs.list(tx)) {
      if (!organ.slug.startsWith('shili-')) continue
      const reports = new Map<number, AnnualReport>()
      for (const year of [2023, 2024, 2025]) reports.set(year, await compileReport(tx, organ, year))
      city.push({ organ, reports })
    }
  })
})

const count = async (table: (typeof ledgerTables)[number]) => {
  const { n } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}
const cell = (
  report: AnnualReport | undefined,
  table: 'proactive' | 'requests' | 'remedies',
  row: string,
  column: string,
) => (report ? figure(report, { table, row, column }) : undefined)

test('every organ of the demo has its platform', async () => {
  const rows = await db.selectFrom('platformColumns').select('organId').where('id', '=', 'zfxxgkzn').execute()
  expect(rows).toHaveLength(departments.length + 2)
})

test('a second load changes nothing', async () => {
  const counts = () => Promise.all(ledgerTables.map(count))
  const before = await counts()
  expect(before.every((n) => n > 0)).toBe(true)
  const lines: string[] = []
  await loadDemo(program, (line) => lines.push(line))
  expect(await counts()).toEqual(before)
  expect(lines).toEqual([])
  expect(said.at(-1)).toContain('14个机关')
})

describe('the sample bureau', () => {
  const compiled = () =>
    db.transaction().execute(async (tx) => compileReport(tx, await organs.getBySlug(tx, 'hegang-ysj'), 2024))

  test('has 777 items on its WeChat account, many of them reposts, and nothing in any table', async () => {
    const report = await compiled()
    for (const each of cellsOf(reportFormat2021)) expect(Number(figure(report, each))).toBe(0)
    const overview = report.sections.find(({ id }) => id === 'overview')?.paragraphs.join('')
    expect(overview).toContain('通过鹤岗营商发布各类信息777条')
    const problems = report.sections.find(({ id }) => id === 'problems')?.paragraphs.join('')
    expect(problems).toContain('转载')
  })

  test.skipIf(!hasSamples)('says in its tables what its published report says', async () => {
    const report = await compiled()
    const printed = JSON.parse(readFileSync(sampleAt('reports/hegang-2024.json'), 'utf8'))
    expect(report.proactive).toEqual(printed.proactive)
    expect(report.remedies).toEqual(printed.remedies)
    const { 'other.supplementOverdue': a, 'other.feeUnpaid': b, 'other.otherMisc': c, ...rows } = report.requests
    const other = Object.fromEntries(
      Object.keys(a ?? {}).map((column) => [column, [a, b, c].reduce((sum, row) => sum + (row?.[column] ?? 0), 0)]),
    )
    expect({ ...rows, other }).toEqual(printed.requests)
  })
})

describe('the invented city', () => {
  test('carries over what was carried forward, in every column, with something every year in most organs', () => {
    let carried = 0
    for (const { organ, reports } of city)
      for (const year of [2024, 2025]) {
        expect(reports.get(year)?.requests.carriedOver, `${organ.name} ${year}`).toEqual(
          reports.get(year - 1)?.requests.carriedForward,
        )
        carried += Number((reports.get(year)?.requests.carriedOver?.total ?? 0) > 0)
      }
    expect(carried).toBeGreaterThan(20)
  })

  test('gives every answer that the form knows, and every result of a case', () => {
    const sum = (table: 'requests' | 'remedies', row: string, column: string) =>
      city
        .flatMap(({ reports }) => [...reports.values()])
        .reduce((all, each) => all + Number(cell(each, table, row, column)), 0)
    for (const { id } of rowChoices) expect(sum('requests', id, 'total'), id).toBeGreaterThan(0)
    for (const row of ['review', 'suitDirect', 'suitAfterReview'])
      for (const column of ['upheld', 'corrected', 'otherResult', 'pending'])
        expect(sum('remedies', row, column), `${row} ${column}`).toBeGreaterThan(0)
  })

  test('each organ has its own measure: 15 to 160 requests a year, no two alike', () => {
    const received = city.map(({ reports }) =>
      [...reports.values()].map((each) => cell(each, 'requests', 'newReceived', 'total')),
    )
    for (const n of received.flat()) expect(n).toSatisfy((each) => Number(each) >= 15 && Number(each) <= 160)
    expect(new Set(received.map(String)).size).toBe(city.length)
  })

  test('in force = in force a year before + issued − repealed − lapsed; rules only at the government', async () => {
    for (const { organ, reports } of city)
      for (const kind of ['rules', 'normativeDocuments'] as const)
        for (const year of [2024, 2025]) {
          const at = (of: number, column: string) => Number(cell(reports.get(of), 'proactive', kind, column))
          const { n } = await db
            .selectFrom('normativeDocuments')
            .select(({ fn }) => fn.countAll<number>().as('n'))
            .where('organId', '=', organ.id)
            .where('kind', '=', kind)
            .where('repealedOn', 'is', null)
            .where('validUntil', '>=', plainDate(`${year - 1}-12-31`))
            .where('validUntil', '<', plainDate(`${year}-12-31`))
            .executeTakeFirstOrThrow()
          const follows = at(year - 1, 'inForce') + at(year, 'issuedThisYear') - at(year, 'repealedThisYear') - n
          expect(at(year, 'inForce'), `${organ.name} ${year} ${kind}`).toBe(follows)
          if (kind === 'rules') expect(at(year, 'inForce') > 0).toBe(organ.canMakeRules)
        }
    const documents = departments.flatMap(documentsOfProfile)
    expect(documents.some(({ validUntil }) => validUntil !== null && validUntil < '2025-12-31')).toBe(true)
    expect(documents.some(({ repealedOn }) => repealedOn !== null)).toBe(true)
  })
})

const documentsOfProfile = (profile: Profile) => documentsOf(documentPlan(profile))

describe('the ledgers are such as the import would take', () => {
  const obeys = <Entry>(ledger: Ledger<Entry>, entries: readonly Entry[]) => {
    const keys = new Set<string>()
    for (const entry of entries) {
      const values = ledger.toValues(entry)
      for (const rule of ledger.rules)
        expect(rule.broken(values), `${JSON.stringify(values)} ${rule.statement}`).toBe(false)
      keys.add(keyOf(ledger.key, values))
    }
    expect(keys.size).toBe(entries.length)
  }
  test.each([government, ...departments])('$name', (profile) => {
    const requests = requestsOf(profile)
    obeys(requestsLedger, requests)
    const place = departments.indexOf(profile) + 1
    obeys(remediesLedger, remediesOf({ seed: profile.slug, place, organs: 13, reviewer: '示政复' }, requests))
    const rules = profile === government ? documentsOf(rulesPlan) : []
    obeys(normativeDocumentsLedger, [...documentsOfProfile(profile), ...rules])
  })

  test('art. 33: every answer came within twenty working days, extended by twenty, consultations not counted', () => {
    for (const request of [government, ...departments].flatMap(requestsOf)) {
      if (
        request.concludedOn === null ||
        request.outcome === 'other.supplementOverdue' ||
        request.outcome === 'other.feeUnpaid'
      )
        continue
      const start = request.feePaid?.on ?? request.supplementReceivedOn ?? request.receivedOn
      const held = request.consultations
        .filter(({ sentOn }) => sentOn >= start)
        .reduce(
          (sum, { sentOn, answeredOn }) =>
            sum + (answeredOn ? workingDaysBetween(nationalCalendar, sentOn, answeredOn) : 0),
          0,
        )
      const due = addWorkingDays(nationalCalendar, start, 20 + held + (request.extendedOn ? 20 : 0))
      expect(request.concludedOn <= due, request.number).toBe(true)
    }
  })

  test('nothing is dated after 24 November 2026 but the end of a term', async () => {
    const { rows } = await latestDay.execute(db)
    expect(rows[0]?.latest).toSatisfy((latest) => String(latest) <= '2026-11-24')
  })
})

test('the demo reports: the bureau’s and three of each department, in January before the 31st, on working days', () => {
  expect(demoReports).toHaveLength(1 + 12 * 3)
  for (const { year, publishedOn } of demoReports) {
    expect(publishedOn > `${year + 1}-01-14` && publishedOn < `${year + 1}-01-31`, publishedOn).toBe(true)
    expect(isWorkingDay(nationalCalendar, publishedOn)).toBe(true)
  }
})
