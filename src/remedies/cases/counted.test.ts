import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalCalendar as calendar } from '../../calendar/calendar.ts'
import { addDays, nextDay, type PlainDate, plainDate, yearOf } from '../../days/plain-date.ts'
import { foldCase } from './case.ts'
import { countedInYear, countedOf } from './counted.ts'
import type { CountedResult, NewEvent, Opening } from './event.ts'
import { aHistory, anOpening, aSuit, decided, happened } from './testing/a-case.ts'

const counted = (opening: Opening, facts: readonly NewEvent[]) =>
  countedOf(foldCase(aHistory(opening, facts)), calendar)
const inYear = (opening: Opening, facts: readonly NewEvent[], year: number, pendingShownAgain = true) =>
  countedInYear(counted(opening, facts), year, { pendingShownAgain })
const second = (on: string, countsAgain = false): NewEvent =>
  happened('instanceOpened', on, { instance: 'second', number: '终1号', body: '高院', noticeOn: on, countsAgain })
const later = (instance: 'remitted' | 'retrial', on: string): NewEvent =>
  happened('instanceOpened', on, {
    instance,
    number: `${instance}1号`,
    body: '法院',
    noticeOn: null,
    countsAgain: false,
  })

const suitOf2025 = aSuit({ filedOn: plainDate('2025-09-01'), noticeOn: plainDate('2025-09-03') })

describe('what section four counts', () => {
  test('复议法 75: a decision of the reviewing organ counts from the day on which it is served', () => {
    const opening = anOpening({ filedOn: plainDate('2025-11-03'), noticeOn: plainDate('2025-11-05') })
    const facts = [decided('2025-12-30', 'review.revoked', 'corrected', { servedOn: '2026-01-04' })]
    expect(inYear(opening, facts, 2025)).toEqual(['pending'])
    expect(inYear(opening, facts, 2026)).toEqual(['corrected'])
    expect(inYear(opening, facts, 2026, false)).toEqual([])
  })

  test('a judgment that can still be appealed on 31 December is pending', () => {
    const late = [decided('2025-12-20', 'suit.claimDismissed', 'upheld')]
    expect(counted(suitOf2025, late)).toEqual([
      { part: 1, openedOn: '2025-09-01', concludedOn: '2026-01-05', result: 'upheld' },
    ])
    expect(inYear(suitOf2025, late, 2025)).toEqual(['pending'])
    const inTime = [decided('2025-12-01', 'suit.claimDismissed', 'upheld')]
    expect(inYear(suitOf2025, inTime, 2025)).toEqual(['upheld'])
  })

  test('准予撤诉 is in effect at once, and what the court has said of the day goes before what follows from the law', () => {
    expect(inYear(suitOf2025, [decided('2025-12-31', 'suit.withdrawn', 'otherResult')], 2025)).toEqual(['otherResult'])
    const said = [decided('2025-12-20', 'suit.claimDismissed', 'upheld'), happened('tookEffect', '2025-12-29')]
    expect(inYear(suitOf2025, said, 2025)).toEqual(['upheld'])
  })

  test('the judgment of second instance takes the place of the first', () => {
    const facts = [
      decided('2025-11-20', 'suit.claimDismissed', 'upheld'),
      second('2025-12-04'),
      decided('2026-03-02', 'suit.varied', 'corrected'),
    ]
    expect(inYear(suitOf2025, facts, 2025)).toEqual(['pending'])
    expect(inYear(suitOf2025, facts, 2026)).toEqual(['corrected'])
  })

  test('where the office counts instances apart each has its own result', () => {
    const facts = [
      decided('2025-11-20', 'suit.revoked', 'corrected'),
      second('2025-12-04', true),
      decided('2026-03-02', 'suit.affirmed', null),
    ]
    expect(inYear(suitOf2025, facts, 2025)).toEqual(['corrected', 'pending'])
    expect(inYear(suitOf2025, facts, 2026)).toEqual(['corrected'])
  })

  test('行诉法 89: a judgment that is affirmed counts as it did; one that is sent back waits for the new trial', () => {
    const lost = decided('2025-11-20', 'suit.revoked', 'corrected')
    const affirmed = [lost, second('2025-12-04'), decided('2025-12-30', 'suit.affirmed', null)]
    expect(inYear(suitOf2025, affirmed, 2025)).toEqual(['corrected'])
    const remitted = [lost, second('2025-12-04'), decided('2025-12-30', 'suit.remitted', 'pending')]
    expect(inYear(suitOf2025, remitted, 2025)).toEqual(['pending'])
    const again = [...remitted, later('remitted', '2026-01-20'), decided('2026-04-01', 'suit.claimDismissed', 'upheld')]
    expect(inYear(suitOf2025, again, 2026)).toEqual(['upheld'])
  })

  test('a retrial changes no year that was counted: the case counts again in the years of the retrial', () => {
    const facts = [
      decided('2025-11-20', 'suit.claimDismissed', 'upheld'),
      later('retrial', '2027-02-01'),
      decided('2027-08-02', 'suit.varied', 'corrected'),
    ]
    expect([2025, 2026, 2027, 2028].map((year) => inYear(suitOf2025, facts, year))).toEqual([
      ['upheld'],
      [],
      ['corrected'],
      [],
    ])
  })

  test('a case that was concluded and taken up again within a year counts once, as it stood last', () => {
    const facts = [decided('2025-10-09', 'suit.withdrawn', 'otherResult'), later('retrial', '2025-12-01')]
    expect(inYear(suitOf2025, facts, 2025)).toEqual(['pending'])
  })

  test('a result that is counted otherwise keeps its words, and one that was registered by mistake counts nowhere', () => {
    const facts = [decided('2025-10-09', 'suit.withdrawn', 'otherResult')]
    const moved = happened('classified', '2026-01-05', { class: 'corrected', reason: '按省里口径' })
    expect(inYear(suitOf2025, [...facts, moved], 2025)).toEqual(['corrected'])
    expect(inYear(suitOf2025, [...facts, happened('cancelled', '2026-01-05', { reason: '重复' })], 2025)).toEqual([])
  })
})

interface Stage {
  readonly gap: number
  readonly isDecided: boolean
  readonly isLost: boolean
}

const stages: fc.Arbitrary<Stage[]> = fc.array(
  fc.record({ gap: fc.integer({ min: 20, max: 300 }), isDecided: fc.boolean(), isLost: fc.boolean() }),
  { minLength: 1, maxLength: 4 },
)

/** First instance, second instance, then retrials, each decided before the next begins; no day is named twice. */
function suitOf(course: readonly Stage[]): {
  facts: NewEvent[]
  told: { opened: PlainDate; decided: PlainDate | null; isLost: boolean }[]
} {
  const facts: NewEvent[] = []
  const told: { opened: PlainDate; decided: PlainDate | null; isLost: boolean }[] = []
  let day: PlainDate = suitOf2025.filedOn
  for (const [at, { gap, isDecided, isLost }] of course.entries()) {
    if (at === 1) facts.push(second(day))
    if (at > 1) facts.push(later('retrial', day))
    const opened = day
    const isLast = at === course.length - 1
    day = addDays(day, gap)
    const isOver = isDecided || !isLast
    if (isOver)
      facts.push(decided(day, isLost ? 'suit.varied' : 'suit.claimDismissed', isLost ? 'corrected' : 'upheld'))
    told.push({ opened, decided: isOver ? day : null, isLost })
    // An appeal within its time; a retrial when the judgment is long in effect.
    day = addDays(day, at === 0 ? 10 : 40)
  }
  return { facts, told }
}

/** The same said in words: what a reader of the files would write down for a year, without any stretch. */
function recount(told: ReturnType<typeof suitOf>['told'], year: number): CountedResult[] {
  const [from, to] = [plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)]
  const isAppealed = told.length > 1
  const inEffect = told.map(({ decided: on }, at) => {
    if (on === null || (at === 0 && isAppealed)) return null
    if (at > 0) return on
    const [span] = countedOf(foldCase(aHistory(suitOf2025, [decided(on, 'suit.varied', 'corrected')])), calendar)
    return span?.concludedOn ?? null
  })
  let said: CountedResult[] = []
  for (const [at, { opened, isLost }] of told.entries()) {
    if (at === 0 && isAppealed) continue
    const begin = at === 1 ? (told[0]?.opened ?? opened) : opened
    const effect = inEffect[at] ?? null
    if (begin > to || (effect !== null && effect < from)) continue
    said = [effect !== null && effect <= to ? (isLost ? 'corrected' : 'upheld') : 'pending']
  }
  return said
}

describe('whatever happens to a suit', () => {
  test('each year counts what a reader of its files would count', () => {
    fc.assert(
      fc.property(stages, (course) => {
        const { facts, told } = suitOf(course)
        for (let year = 2025; year <= 2030; year += 1)
          expect(inYear(suitOf2025, facts, year), JSON.stringify(facts)).toEqual(recount(told, year))
      }),
    )
  })

  test('in whatever order it was recorded it stands the same, and once it is concluded no later year has it', () => {
    const shuffled = stages.chain((course) => {
      const { facts } = suitOf(course)
      return fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))
    })
    fc.assert(
      fc.property(shuffled, ([facts, mixed]) => {
        const inOrder = foldCase(aHistory(suitOf2025, facts))
        expect(foldCase(aHistory(suitOf2025, mixed))).toEqual(inOrder)
        const last = countedOf(inOrder, calendar).at(-1)
        if (last?.concludedOn) expect(inYear(suitOf2025, mixed, yearOf(nextDay(last.concludedOn)) + 1)).toEqual([])
      }),
    )
  })
})
