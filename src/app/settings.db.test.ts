import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { addDays, officeTime, plainDate } from '../days/plain-date.ts'
import { testDatabase } from '../db/testing/database.ts'
import { defaultPlan } from '../disclosure/review-plan.ts'
import { showEdition } from '../disclosure/show.ts'
import { findPublished } from '../disclosure/store/published.ts'
import { aContent, aSignedRecord } from '../disclosure/testing/a-record.ts'
import { enterDecision } from '../ledgers/decisions/actions/enter.ts'
import { exportLayout } from '../ledgers/decisions/export.ts'
import { aLicence } from '../ledgers/decisions/testing/a-decision.ts'
import { organSettings } from '../organs/settings/setting.ts'
import { openCase, takeStep as takeRemedyStep } from '../remedies/cases/actions.ts'
import { showCase as showRemedy } from '../remedies/cases/show.ts'
import type { StepName as RemedyStep } from '../remedies/cases/step-inputs.ts'
import { anOpening } from '../remedies/cases/testing/a-case.ts'
import { compileFigures, compileReport } from '../report/compile.ts'
import { beginDraft } from '../report/draft/actions.ts'
import { showReport } from '../report/draft/show.ts'
import { addFiler } from '../report/filing/keep-filers.ts'
import { remindOfFilings } from '../report/filing/reminders.ts'
import { showFilings } from '../report/filing/show.ts'
import { previewStep } from '../requests/actions/preview-step.ts'
import { aPerson } from '../requests/testing/an-intake.ts'
import { answered } from '../requests/testing/answered.ts'
import { askToSubscribe, noteDelivery } from '../subscriptions/actions.ts'
import { isDigestDay } from '../subscriptions/digest.ts'
import { isAnybody } from '../subscriptions/store/subscribers.ts'
import { aSubscriber } from '../subscriptions/testing/a-subscriber.ts'
import { wholeOrgan } from '../subscriptions/topic.ts'
import { readXlsx } from '../workbooks/xlsx/read-xlsx.ts'
import { buildApp } from './build-app.ts'
import { anOfficeThatChooses, partly, refusing, today } from './testing/an-office-that-chooses.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: today })
afterAll(() => app.close())
const office = await anOfficeThatChooses(db, app)
const { organ, work, people, register, show, take, send, answer, choose } = office
/** What the letter says, or why it may not be put up. */
const refusalNaming =
  (...others: readonly string[]) =>
  async () => {
    for (const id of others) await choose(id, '甲')
    const said = await answer(refusing).catch((error: unknown) => String(error))
    for (const id of others) await choose(id, null)
    return said
  }

const levelsOf =
  (name: 'requestSupplement' | 'requestReasons' | 'consult' | 'notifyFee', input: object) => async () => {
    const { id } = await register(today)
    await take(id, name, input)
    return (await show(id)).waitingLetters[0]?.levels.map(({ role }) => role)
  }

const layout = async (): Promise<unknown> => {
  const { bytes } = await work((tx) =>
    exportLayout(tx, people.clerk, { kind: 'licensing', from: plainDate('2026-01-01'), to: plainDate(today) }),
  )
  return (await readXlsx(bytes)).sheets[0]?.rows
}

const aTownship = { kind: 'township' as const, email: '', firstYear: 2025, lastYear: null }
/** Until when an organ of each kind is expected to file. */
const filingDays = async () => {
  const { items } = await work((tx) => showFilings(tx, people.clerk, 2025))
  const kinds = ['department', 'township', 'government'] as const
  const known = new Set(items.map(({ kind }) => kind))
  for (const kind of kinds.filter((each) => !known.has(each)))
    await work((tx) => addFiler(tx, people.clerk, { ...aTownship, kind, name: `某${kind}` }))
  const all = await work((tx) => showFilings(tx, people.clerk, 2025))
  return kinds.map((kind) => all.items.find((item) => item.kind === kind)?.dueOn)
}

/** Seven penalties in the accepted report of 2025 of an organ of the kind. */
async function acceptedOf(kind: 'department' | 'government'): Promise<void> {
  const name = `报了的${kind}`
  const known = await work((tx) => tx.selectFrom('reportFilers').select('id').where('name', '=', name).execute())
  if (known.length > 0) return
  const { id } = await work((tx) => addFiler(tx, people.clerk, { ...aTownship, kind, name }))
  const figures = { format: '2021', proactive: { 'penalty.decisions': 7 }, requests: {}, remedies: {} }
  await work((tx) =>
    tx
      .insertInto('reportFilings')
      .values({ organId: organ.id, year: 2025, filerId: id })
      .execute()
      .then(() =>
        tx
          .updateTable('reportFilings')
          .set({ status: 'accepted', acceptedSeq: 1, acceptedFigures: JSON.stringify(figures) })
          .where('filerId', '=', id)
          .execute(),
      ),
  )
}

const fortyPages = { basis: 'perPage', pages: 40, way: '柜台' }
let [somebodies, paid] = [0, 0]
/** Somebody who has asked for nothing yet. */
const somebody = () => {
  somebodies += 1
  return aPerson({ identityKind: 'other', identityNumber: `T${somebodies}`, phone: `139000000${somebodies}` })
}
/** What the request would be charged, or why nothing. */
const charges = (id: string, input: object): Promise<string> =>
  work((tx) => previewStep(tx, people.clerk, id, 'notifyFee', input)).then(
    ({ remarks }) => /应缴[\d.]+元/.exec(remarks[0] ?? '')?.[0] ?? '',
    (error: Error) => error.message,
  )

let suits = 0
/** A suit, or a reconsideration, of which the office has heard this spring. */
async function openSuit(kind: 'suitDirect' | 'review' = 'suitDirect'): Promise<string> {
  suits += 1
  const days = { filedOn: plainDate('2026-03-02'), noticeOn: plainDate('2026-03-03') }
  const opening = anOpening({ kind, number: `案${suits}号`, ...days })
  return (await work((tx) => openCase(tx, people.clerk, { ...opening, fileIds: [] }))).id
}
const stepOfSuit = async (id: string, name: RemedyStep, input: object) => {
  const { seq } = await work((tx) => showRemedy(tx, people.clerk, id))
  await work((tx) => takeRemedyStep(tx, people.clerk, id, name, input, seq))
}
const overturned = { on: today, servedOn: today, raw: '主文', performBy: null }
const decideSuit = (id: string, result: string) =>
  stepOfSuit(id, 'decide', { on: '2026-04-20', servedOn: '2026-04-20', result, raw: '主文', performBy: null })

let published = 0
const twoLevels = [['leader'], ['unitHead', 'legalStaff']]
const names = ['甲', '乙']
/** Where a choice is seen, and, of a setting that is no list of choices, what is chosen beside the preset. */
const cases: Readonly<Record<string, { free?: readonly unknown[]; output: () => Promise<unknown> }>> = {
  approvalLevels: {
    free: twoLevels,
    output: async () => {
      const { id } = await register(today)
      await take(id, 'draftAnswer', refusing)
      return (await show(id)).approvals.map(({ role }) => role)
    },
  },
  supplementLevels: {
    free: twoLevels,
    output: levelsOf('requestSupplement', { items: '文件名称', dueOn: '2026-06-23' }),
  },
  reasonsLevels: { free: twoLevels, output: levelsOf('requestReasons', { facts: '一月200件', dueOn: '2026-06-15' }) },
  feeLevels: { free: twoLevels, output: levelsOf('notifyFee', fortyPages) },
  feeMonthKey: {
    output: async () => {
      const applicant = somebody()
      for (let at = 0; at < 10; at += 1) await register('2026-05-29', { applicant })
      return charges((await register(today, { applicant })).id, { basis: 'perRequest', way: '柜台' })
    },
  },
  pagesAddedAcrossRequests: {
    output: async () => {
      const applicant = somebody()
      await send((await register(today, { applicant })).id, 'notifyFee', fortyPages)
      return charges((await register(today, { applicant })).id, fortyPages)
    },
  },
  clockAfterPayment: {
    output: async () => {
      const { id } = await register('2026-05-06')
      await send(id, 'notifyFee', fortyPages, '2026-05-07')
      paid += 1
      await take(id, 'recordPayment', { on: '2026-05-20', amount: '100', receiptNumber: `黑${paid}` }, '2026-05-20')
      return (await show(id)).clock?.dueOn
    },
  },
  feePaymentWay: { free: names, output: async () => (await show((await register(today)).id)).feeWay },
  consultationLevels: {
    free: twoLevels,
    output: levelsOf('consult', { party: 'thirdParty', name: '示例公司', contact: '', about: '投标方案' }),
  },
  supplementWorkingDays: {
    free: [5, 10],
    output: async () => (await show((await register(today)).id)).supplementBy,
  },
  feedbackWorkingDays: {
    free: [3, 10],
    output: () => office.speak(),
  },
  clockWhileExplainingReasons: {
    output: async () => {
      const { id } = await register('2026-05-06')
      await send(id, 'requestReasons', { facts: '一个月内申请200件', dueOn: '2026-05-20' }, '2026-05-07')
      return (await show(id)).clock?.dueOn
    },
  },
  individualBusinessColumn: {
    output: async () => (await show((await office.aBusiness()).id)).cells.map(({ columnLabel }) => columnLabel),
  },
  partialDisclosureRoute: { output: () => answer(partly) },
  noAnswerRoute: {
    output: async () => {
      const { receipt } = await register('2026-03-02')
      return /答复期限已过[^<]+/.exec(await office.pageOf(receipt))?.[0]
    },
  },
  leadership: {
    output: async () => {
      for (const id of ['reconsiderationOrgan', 'competentCourt', 'onlineReconsideration']) await choose(id, null)
      const { receipt } = await register('2026-03-02')
      return /答复期限已过[^<]+/.exec(await office.pageOf(receipt))?.[0]
    },
  },
  reconsiderationOrgan: { free: names, output: refusalNaming('competentCourt') },
  competentCourt: { free: names, output: refusalNaming('reconsiderationOrgan') },
  onlineReconsideration: { free: names, output: refusalNaming('reconsiderationOrgan', 'competentCourt') },
  reviewPlan: {
    free: [1, 3].map((more) => ({
      levels: defaultPlan.levels.map((level) => ({ ...level, days: level.days + more })),
      byType: {},
    })),
    output: async () => {
      const content = aContent({ madeOn: plainDate(today) })
      const { key } = await aSignedRecord(db, people, content, 0, office.now)
      const { levels } = await work((tx) => showEdition(tx, people.clerk, office.now, key))
      return levels.map(({ days }) => days)
    },
  },
  indexNumberTemplate: {
    free: ['{letterCode}-{yyyy}-{seq:4}', '{yyyy}/{seq:3}'],
    output: async () => {
      published += 1
      const { recordId } = await office.publish({ title: `第${published}号公告`, madeOn: plainDate(today) })
      const record = await work((tx) => findPublished(tx, organ.id, recordId))
      return record?.indexNumber.replace(/\d+$/, (digits) => '0'.repeat(digits.length))
    },
  },
  subscriptionConfirmHours: {
    output: () =>
      work(async (tx) => {
        await askToSubscribe(tx, organ.id, 'reader@shili.example', wholeOrgan)
        const { expiresAt } = await tx
          .selectFrom('subscriptionRequests')
          .select('expiresAt')
          .orderBy('id', 'desc')
          .executeTakeFirstOrThrow()
        return Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)
      }),
  },
  subscriptionRhythm: {
    output: () =>
      work(async (tx) => [
        await isDigestDay(tx, organ.id, plainDate('2026-11-30')),
        await isDigestDay(tx, organ.id, plainDate('2026-12-01')),
      ]),
  },
  subscriptionRefusals: {
    output: async () => {
      await aSubscriber({ db, owner }, organ.id, 'reader@shili.example', wholeOrgan)
      const isThere = () => work((tx) => isAnybody(tx, organ.id))
      const { id } = await work((tx) => tx.selectFrom('subscribers').select('id').executeTakeFirstOrThrow())
      let refused = 0
      for (; await isThere(); refused += 1) await work((tx) => noteDelivery(tx, organ.id, id, 'refused'))
      return refused
    },
  },
  licenceStateWriting: { output: layout },
  licenceCategoryWriting: { output: layout },
  reportLevels: {
    free: twoLevels,
    output: () =>
      work(async (tx) => {
        const asked = async () => (await showReport(tx, people.clerk, 2025)).draft?.levels.map(({ role }) => role)
        if (!(await asked())) await beginDraft(tx, people.clerk, office.now, 2025, null)
        return asked()
      }),
  },
  localReportDueDate: { free: ['01-26'], output: filingDays },
  townshipReportDueDate: { free: ['01-20'], output: filingDays },
  governmentReportDueDate: { free: ['02-20'], output: filingDays },
  filingReminderDays: {
    output: async () => {
      const name = `新乡${Math.random()}`
      const { id } = await work((tx) =>
        addFiler(tx, people.clerk, { ...aTownship, name, email: 'xiang@shili.invalid' }),
      )
      const days = Array.from({ length: 31 }, (_, at) => addDays(plainDate('2026-01-01'), at))
      for (const each of days) await remindOfFilings(db, organ.id, each, officeTime(each, '08:20'))
      const { items } = await work((tx) => showFilings(tx, people.clerk, 2025))
      return items.find((item) => item.id === id)?.remindedOn
    },
  },
  governmentReportScope: {
    output: async () => {
      for (const kind of ['department', 'government'] as const) await acceptedOf(kind)
      const become = (kind: string) => sql`update organs set kind = ${kind} where id = ${organ.id}`.execute(owner)
      await become('government')
      const { penalty } = await work(async (tx) => {
        const { proactive } = await compileFigures(tx, organ.id, 2025)
        return { penalty: proactive['penalty.decisions'] }
      })
      await become(organ.kind)
      return penalty
    },
  },
  secondInstanceCounts: {
    output: async () => {
      const id = await openSuit()
      await decideSuit(id, 'suit.revoked')
      const second = {
        instance: 'second',
        on: '2026-05-06',
        number: `终${id}`.slice(0, 30),
        body: '高院',
        noticeOn: null,
      }
      await stepOfSuit(id, 'openInstance', second)
      return (await work((tx) => showRemedy(tx, people.clerk, id))).counted
    },
  },
  reanswerPeriod: {
    output: async () => {
      const { id: requestId } = await register(today)
      await choose('reconsiderationOrgan', '示例市人民政府')
      await choose('competentCourt', '示例市示例区人民法院')
      await answered(db, { organId: organ.id, id: requestId }, (role) => office.officer(today, [role]), refusing)
      suits += 1
      const opening = anOpening({ act: 'answer', requestId, number: `案${suits}号` })
      const { id } = await work((tx) => openCase(tx, people.clerk, { ...opening, fileIds: [] }))
      await stepOfSuit(id, 'decide', { ...overturned, result: 'review.revoked' })
      await stepOfSuit(id, 'answerAgain', { on: today, ground: 'ordered', documentNumber: '决1号', limit: 'none' })
      return (await show(requestId)).due?.on
    },
  },
  reviewClaimDismissedClass: {
    output: async () => {
      const id = await openSuit('review')
      await decideSuit(id, 'review.claimDismissed')
      return (await work((tx) => showRemedy(tx, people.clerk, id))).counted
    },
  },
  suitDismissedClass: {
    output: async () => {
      const id = await openSuit()
      await decideSuit(id, 'suit.dismissed')
      return (await work((tx) => showRemedy(tx, people.clerk, id))).counted
    },
  },
  pendingRemedyShownAgain: {
    output: async () => (await work((tx) => compileReport(tx, organ, 2025))).remedies,
  },
}

test('every setting that a room declares has its case here', () => {
  expect(Object.keys(cases).sort()).toEqual(
    organSettings
      .all()
      .map(({ id }) => id)
      .sort(),
  )
})

describe('every choice changes what the house does', async () => {
  const values = { number: '示许〔2026〕1号', decidedOn: '2026-05-06', validFrom: '2026-05-06' }
  await work((tx) => enterDecision(tx, people.clerk, aLicence(values)))
  await office.load({
    remedies: [{ number: '示政复〔2024〕1号', kind: 'review', filedOn: '2024-12-02', isCoDefendant: 'no' }],
  })

  test.for(organSettings.all())('$id', async ({ id, choices, preset }) => {
    const found = cases[id]
    const all = choices ?? [preset, ...(found?.free ?? [])]
    expect(all.length).toBeGreaterThan(1)
    const before = await found?.output()
    const seen: string[] = []
    for (const value of all) {
      await office.choose(id, value)
      const output = await found?.output()
      expect(output, `${id} ${value}`).toBeDefined()
      if (JSON.stringify(value) === JSON.stringify(preset)) expect(output).toEqual(before)
      seen.push(JSON.stringify(output))
    }
    expect(new Set(seen).size, seen.join('\n')).toBe(all.length)
    await office.choose(id, preset)
  })
})
