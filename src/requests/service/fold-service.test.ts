import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate, plainDate } from '../../days/plain-date.ts'
import type { RequestEvent } from '../event.ts'
import { foldHistory } from '../history.ts'
import { aDraft, aLetter, type Told, told } from '../testing/a-history.ts'
import { dutyMetOn, type LetterService, serviceOf } from './fold-service.ts'
import { cameBack, standingOfService } from './how-service-stands.ts'
import { mustServeAgain } from './service-steps.ts'
import { type ReturnCauseId, type ServiceResultId, type ServiceWayId, serviceWays } from './ways.ts'

const answered: Told[] = [
  ['2025-09-01', 'received', {}],
  ['2025-09-03', 'answerDrafted', aDraft([])],
  ['2025-09-10', 'concluded', { outcome: 'granted', letterNumber: '1号', service: '' }],
]
const of = answered.length
const tried = (on: string, way: ServiceWayId, more: object = {}): Told => [
  on,
  'serviceAttempted',
  { of, way, mailNumber: '', receivedBy: null, proof: '', correction: '', ...more },
]
const result = (on: string, attempt: number, is: ServiceResultId, cause: ReturnCauseId | null = null): Told => [
  on,
  'serviceResult',
  { attempt, result: is, receivedBy: null, cause, note: '', correction: '' },
]
const history = (...lines: Told[]) => foldHistory(told(...answered, ...lines))
const answerOf = ({ service }: { readonly service: readonly LetterService[] }) => {
  const found = serviceOf(service, of)
  if (!found) throw new Error('no answer')
  return found
}
const met = (...lines: Told[]) => dutyMetOn(answerOf(history(...lines)).attempts)
const stands = (on: string, ...lines: Told[]) => standingOfService(answerOf(history(...lines)), plainDate(on))

describe('国办公开办函〔2016〕235号: the day of the answer', () => {
  test('posted, it is the day of posting', () => expect(met(tried('2025-09-08', 'post'))).toBe('2025-09-08'))
  test('also where the letter comes back, since the duty was met when it was posted', () => {
    const back = [tried('2025-09-08', 'post'), result('2025-09-20', 4, 'returned', 'moved')]
    expect(met(...back)).toBe('2025-09-08')
    expect(met(...back, tried('2025-09-22', 'counter', { receivedBy: 'addressee' }))).toBe('2025-09-08')
  })
  test('a letter that the organ had written to somebody else met nothing; the next one does', () => {
    const back = [tried('2025-09-08', 'post'), result('2025-09-20', 4, 'returned', 'ownMistake')]
    expect(met(...back)).toBeNull()
    expect(met(...back, tried('2025-09-22', 'post'))).toBe('2025-09-22')
  })
  test('served in person or through another organ, it is the day of the signature', () => {
    expect(met(tried('2025-09-09', 'counter', { receivedBy: 'agent' }))).toBe('2025-09-09')
    expect(met(tried('2025-09-11', 'throughOrgan', { receivedBy: 'addressee' }))).toBe('2025-09-11')
  })
  test('民诉法 90: electronically, the day of arrival; what bounced never arrived', () => {
    expect(met(tried('2025-09-09', 'email'))).toBe('2025-09-09')
    expect(met(tried('2025-09-09', 'email'), result('2025-09-09', 4, 'returned', 'bounced'))).toBeNull()
  })
  test('民诉法 95: by public notice, when thirty days have passed', () =>
    expect(met(tried('2025-09-10', 'publicNotice'))).toBe('2025-10-10'))
  test('the request was answered on that day, and not on the day on which it was taken down', () => {
    expect(history(tried('2025-09-08', 'post')).conclusion?.on).toBe('2025-09-08')
    expect(history().conclusion?.on).toBe('2025-09-10')
  })
  test('every way says by what it meets the duty, and which law says so', () => {
    expect(serviceWays.map(({ id, metBy }) => [id, metBy])).toEqual([
      ['post', 'posted'],
      ['counter', 'signed'],
      ['throughOrgan', 'signed'],
      ['online', 'arrived'],
      ['email', 'arrived'],
      ['fax', 'arrived'],
      ['publicNotice', 'noticed'],
    ])
  })
})

describe('how service stands', () => {
  test('nothing is taken for sent of which no attempt is known', () => expect(stands('2025-09-10')).toBe('unserved'))
  test('what was typed before attempts were recorded stays what it was', () => {
    const before = foldHistory(told(['2025-09-10', 'concluded', { letterNumber: '1号', service: '挂号信' }]))
    expect(before.service.map((each) => standingOfService(each, plainDate('2026-01-01')))).toEqual(['told'])
  })
  test('posted it waits for its receipt, which says that it was served', () => {
    const post = tried('2025-09-08', 'post')
    expect(stands('2025-09-10', post)).toBe('underway')
    expect(stands('2025-09-12', post, result('2025-09-11', 4, 'received'))).toBe('served')
  })
  test('what came back is sent again next, and no more once it was', () => {
    const back = [tried('2025-09-08', 'post'), result('2025-09-20', 4, 'returned', 'moved')]
    expect(stands('2025-09-21', ...back)).toBe('returned')
    expect(mustServeAgain(history(...back))).toBe(true)
    expect(cameBack(history(...back).service).map((each) => each.of)).toEqual([of])
    expect(mustServeAgain(history(...back, tried('2025-09-22', 'post')))).toBe(false)
  })
  test('a notice to the public stands for its thirty days', () => {
    const notice = tried('2025-09-10', 'publicNotice')
    expect([stands('2025-10-10', notice), stands('2025-10-11', notice)]).toEqual(['noticed', 'noticeEnded'])
  })
  test('online it has arrived, and is served for certain when it was opened', () => {
    const online = tried('2025-09-10', 'online')
    expect(stands('2025-09-10', online)).toBe('arrived')
    expect(stands('2025-09-12', online, result('2025-09-11', 4, 'opened'))).toBe('served')
  })
  test('a step that takes down the arrival of its own letter says so here, too', () => {
    const party = 'thirdParty' as const
    const consulted = foldHistory(
      told(
        ['2025-09-02', 'consultationSent', { consultation: 1, party, label: '第三方甲', about: '', letter: aLetter }],
        ['2025-09-05', 'consultationDelivered', { consultation: 1 }],
      ),
    )
    expect(consulted.service[0]).toMatchObject({ of: 1, deliveredOn: '2025-09-05' })
  })
})

interface Trial {
  readonly way: ServiceWayId
  readonly day: number
  readonly back: ReturnCauseId | null
  /** Its correction: another way and day. */
  readonly corrected: { readonly way: ServiceWayId; readonly day: number } | null
  /** Its result was first taken down as received. */
  readonly resultCorrected: boolean
}

const start = plainDate('2025-03-01')
const dayAt = (count: number): PlainDate => addDays(start, count)
const aWay = fc.constantFrom(...serviceWays.map(({ id }) => id))
const aTrial: fc.Arbitrary<Trial> = fc.record({
  way: aWay,
  day: fc.nat(60),
  back: fc.option(fc.constantFrom<ReturnCauseId>('moved', 'ownMistake', 'bounced')),
  corrected: fc.option(fc.record({ way: aWay, day: fc.nat(60) })),
  resultCorrected: fc.boolean(),
})

/** What the law says of one attempt, counted without the fold. */
function lawOf({ way: first, day: firstDay, back, corrected }: Trial): number | undefined {
  const { way, day } = corrected ?? { way: first, day: firstDay }
  if (way === 'publicNotice') return back === 'ownMistake' ? undefined : day + 30
  const isElectronic = way === 'online' || way === 'email' || way === 'fax'
  return back !== null && (isElectronic || back === 'ownMistake') ? undefined : day
}

/** The events of the trials, in some order in which they could have been taken down. */
function eventsOf(trials: readonly Trial[]): RequestEvent[] {
  const lines: { line: Told; supersedes: number | null }[] = answered.map((line) => ({ line, supersedes: null }))
  const add = (line: Told, supersedes: number | null = null) => lines.push({ line, supersedes })
  for (const { way, day, back, corrected, resultCorrected } of trials) {
    const id = add(tried(dayAt(day), way))
    const received = resultCorrected ? add(result(dayAt(99), id, 'received')) : null
    if (back) add(result(dayAt(99), id, 'returned', back), received)
    if (corrected) add(tried(dayAt(corrected.day), corrected.way), id)
  }
  return told(...lines.map(({ line }) => line)).map((event, at) => ({
    ...event,
    supersedes: lines[at]?.supersedes ?? null,
  }))
}

test('property: whatever attempts, results and corrections come in whatever order, the day of the answer is what the law counts', () => {
  fc.assert(
    fc.property(fc.array(aTrial, { maxLength: 5 }), fc.infiniteStream(fc.nat()), (trials, random) => {
      const days = trials.flatMap((trial) => lawOf(trial) ?? []).sort((a, b) => a - b)
      const expected = days[0] === undefined ? null : dayAt(days[0])
      const events = eventsOf(trials)
      const shuffled = events
        .map((event) => ({ event, key: random.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event)
      for (const each of [events, shuffled]) {
        const folded = foldHistory(each)
        const { attempts } = answerOf(folded)
        expect(attempts).toHaveLength(trials.length)
        expect(dutyMetOn(attempts)).toBe(expected)
        expect(folded.conclusion?.on).toBe(expected ?? '2025-09-10')
      }
    }),
  )
})
