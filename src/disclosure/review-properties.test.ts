import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../days/plain-date.ts'
import type { Actor } from '../organs/actor.ts'
import type { Role } from '../organs/role.ts'
import { Refusal } from '../refusal.ts'
import { levelInTurn, type StandingIn } from '../review/chain.ts'
import { askedOf } from '../review/level.ts'
import { plainTextOf } from '../text/plain.ts'
import { eventAtMinute, isDue } from './by-the-clock.ts'
import type { Content } from './content.ts'
import { contentHash } from './content-hash.ts'
import { chainOf, foldEdition } from './edition.ts'
import type { EditionEvent, NewEvent, StepInput, StepName } from './edition-event.ts'
import { whyNotSave } from './lifecycle.ts'
import { defaultPlan } from './review-plan.ts'
import { type TakeMatter, take } from './take.ts'
import { aContent, aText, freeOfSecrets } from './testing/a-record.ts'

/** More than a hundred thousand with KAICHENG_RUNS=100000; as many as fit a coffee break otherwise. */
const numRuns = Number(process.env.KAICHENG_RUNS ?? 3000)

const person = (id: string, ...roles: Role[]): Actor => ({
  kind: 'staff',
  id,
  name: id,
  organId: 1,
  unitId: null,
  address: '',
  roles,
  today: plainDate('2026-11-24'),
})
const people = [
  person('甲', 'clerk'),
  person('乙', 'clerk'),
  person('科长', 'unitHead'),
  person('主任', 'ogiHead'),
  person('局长', 'leader'),
  // Small offices: one person with every role, and one who stands in for the head.
  person('万能', 'clerk', 'unitHead', 'ogiHead', 'leader'),
  person('代理', 'unitHead'),
]
const standingIn: Readonly<Record<string, readonly StandingIn[]>> = {
  代理: [{ role: 'leader', unitId: null, staffId: '局长', name: '局长' }],
}

const Command = fc.record({
  who: fc.nat(people.length - 1),
  what: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('advance' as const) },
    { weight: 3, arbitrary: fc.constantFrom('edit' as const) },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'submit',
        'sign',
        'sendBack',
        'schedule',
        'unschedule',
        'publish',
        'publishUrgently',
        'discard',
        'tick',
        'forbid',
        'allow',
      ),
    },
  ),
  /** Whether the person looks at an old text: their hash is of an earlier revision. */
  stale: fc.boolean(),
  word: fc.constantFrom('甲稿', '乙稿', '丙稿'),
  to: fc.constantFrom('drafting' as const, 'firstReview' as const, 'secondReview' as const),
})
type Command = typeof Command extends fc.Arbitrary<infer T> ? T : never

/** An office at work on one edition, with a log of what was really accepted, kept apart from the fold. */
class Office {
  events: EditionEvent[] = []
  content: Content = aContent()
  seen: string[] = []
  /** Since the last change of the text: who signed which level over which hash. */
  accepted: { level: string; hash: string; by: string }[] = []
  writers = new Set<string>()
  published: { hash: string; urgent: boolean }[] = []
  /** Words of a list that comes and goes meanwhile. */
  forbidden = new Set<string>()
  held = 0

  constructor() {
    this.#add(people[0] as Actor, { kind: 'begun', data: { act: 'publish' } })
    this.#save(people[0] as Actor, this.content)
  }

  #add(actor: Actor, event: NewEvent): void {
    const seq = this.events.length + 1
    this.events.push({ ...event, seq, at: '2026-11-24T02:00:00.000Z', actor } as EditionEvent)
  }

  #save(actor: Actor, content: Content): void {
    const hash = contentHash(content)
    if (hash !== contentHash(this.content)) this.accepted = []
    this.content = content
    this.seen.push(hash)
    this.writers.add(actor.name)
    this.#add(actor, { kind: 'saved', data: { revision: this.seen.length, hash } })
  }

  matter(actor: Actor): TakeMatter {
    return {
      edition: foldEdition(this.events),
      record: { unitId: null, begunBy: null },
      workBodyId: null,
      content: this.content,
      actor,
      calendar: nationalCalendar,
      standingIn: standingIn[actor.name] ?? [],
      now: '2026-11-24T02:00:00.000Z',
      levels: askedOf(defaultPlan.levels, null),
      candidates: people.map((each) => ({ ...each, id: each.id ?? '', standingIn: standingIn[each.name] ?? [] })),
    }
  }

  do({ who, what, stale, word, to }: Command): void {
    const actor = people[who] as Actor
    const matter = this.matter(actor)
    const { edition } = matter
    if (what === 'edit') {
      if (!whyNotSave(matter)) this.#save(actor, { ...this.content, text: aText(word) })
      return
    }
    if (what === 'forbid' || what === 'allow') {
      if (what === 'forbid') this.forbidden.add(word)
      else this.forbidden.delete(word)
      return
    }
    if (what === 'tick' || what === 'advance') {
      if (what === 'tick') this.#publishScheduled(stale)
      else this.#advance(word)
      return
    }
    const hash = stale ? (this.seen[0] as string) : (edition.hash as string)
    const level = levelInTurn(chainOf(edition))
    const inputs: { [Name in StepName]: StepInput<Name> } = {
      submit: { hash, secrecy: freeOfSecrets(this.content), confirmations: [] },
      sign: { hash, opinion: '', checklist: level?.checklist ?? [], secrecy: freeOfSecrets(this.content) },
      sendBack: { hash, to, reason: 'fact', paragraph: null, note: '改', suggested: '' },
      schedule: { hash, at: '2026-11-24T03:00:00.000Z', confirmations: [] },
      unschedule: { reason: '改期' },
      publish: { hash, confirmations: [] },
      publishUrgently: { hash, reason: '急', secrecy: freeOfSecrets(this.content), confirmations: [] },
      discard: { reason: '不用了' },
    }
    this.#take(actor, what, inputs[what])
  }

  /** What the office would do next if all went well, by whoever may. */
  #advance(word: Command['word']): void {
    const { status, hash } = foldEdition(this.events)
    const next = ({ drafting: 'submit', reviewing: 'sign', signed: word === '甲稿' ? 'publish' : 'schedule' } as const)[
      status as 'drafting'
    ]
    if (!next || !hash) return
    const before = this.events.length
    for (const who of people.keys())
      if (this.events.length === before) this.do({ who, what: next, stale: false, word, to: 'drafting' })
  }

  #take<Name extends StepName>(actor: Actor, name: Name, input: StepInput<Name>): void {
    try {
      const level = levelInTurn(chainOf(foldEdition(this.events)))
      const event = take(name, this.matter(actor), input)
      if (event.kind === 'signed') this.accepted.push({ level: level?.id ?? '', hash: event.data.hash, by: actor.name })
      if (event.kind === 'sentBack') {
        const kept = event.data.to === 'drafting' ? [] : event.data.to === 'firstReview' ? [] : ['firstReview']
        this.accepted = this.accepted.filter((each) => kept.includes(each.level))
      }
      if (event.kind === 'published') this.#letOut(event.data.urgentReason !== null)
      this.#add(actor, event)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }

  #isForbidden(): boolean {
    const words = plainTextOf(this.content.text)
    return [...this.forbidden].some((word) => words.includes(word))
  }

  /** The clock comes; `early`: before the minute. A text that is due goes out or is held, and nothing else happens to it. */
  #publishScheduled(early: boolean): void {
    const edition = foldEdition(this.events)
    const isDueNow = isDue(edition, this.content, new Date(early ? '2026-11-24T02:59:59Z' : '2026-11-24T03:00:00Z'))
    expect(isDueNow).toBe(edition.status === 'scheduled' && !early)
    if (!isDueNow) return
    const findings = this.#isForbidden()
      ? [{ gate: 'wordForbidden', severity: 'block' as const, place: 'text:0', message: '禁用词', excerpt: '' }]
      : []
    const event = eventAtMinute(edition, this.events, findings)
    if (event.kind === 'published') {
      expect(this.#isForbidden()).toBe(false)
      this.#letOut(false)
    } else {
      expect(event.kind).toBe('held')
      expect(this.#isForbidden()).toBe(true)
      this.held += 1
    }
    this.#add(person('系统'), event)
    const after = foldEdition(this.events)
    expect(after.scheduledFor).toBeNull()
    // What was held keeps its signatures: the text is what it was, and people decide.
    expect(after).toMatchObject(
      event.kind === 'held' ? { status: 'signed', signatures: edition.signatures } : { status: 'live', held: null },
    )
  }

  /** The oracle: it knows nothing of the fold. */
  #letOut(urgent: boolean): void {
    const hash = contentHash(this.content)
    if (!urgent) {
      expect(this.accepted.map(({ level }) => level)).toEqual(['firstReview', 'secondReview', 'finalReview'])
      expect(this.accepted.every((each) => each.hash === hash)).toBe(true)
      const signers = this.accepted.map(({ by }) => by)
      expect(new Set(signers).size).toBe(3)
      expect(signers.some((name) => this.writers.has(name))).toBe(false)
    }
    this.published.push({ hash, urgent })
  }
}

test('art. 17: no interleaving of edits, signatures, returns, schedules and publications lets out a text that three others did not sign', () => {
  let out = 0
  let urgent = 0
  let held = 0
  fc.assert(
    fc.property(fc.array(Command, { minLength: 8, maxLength: 40 }), (commands) => {
      const office = new Office()
      for (const command of commands) office.do(command)
      expect(office.published.length).toBeLessThanOrEqual(1)
      out += office.published.length
      held += office.held
      urgent += office.published.filter((each) => each.urgent).length
    }),
    { numRuns },
  )
  // The test is worth nothing if hardly anything gets that far.
  expect(out - urgent).toBeGreaterThan(numRuns / 20)
  expect(urgent).toBeGreaterThan(0)
  expect(held).toBeGreaterThan(0)
}, 600_000)

test('a signature given again by hand to an old event changes nothing: the fold believes only the hash that stands', () => {
  fc.assert(
    fc.property(fc.array(Command, { minLength: 8, maxLength: 40 }), (commands) => {
      const office = new Office()
      for (const command of commands) {
        office.do(command)
        const edition = foldEdition(office.events)
        for (const signature of edition.signatures) expect(signature.hash).toBe(edition.hash)
      }
    }),
    { numRuns: Math.min(numRuns, 1000) },
  )
})
