import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../../app/joins.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { isOfInput } from '../../refusal/typed.ts'
import { Refusal } from '../../refusal.ts'
import { canonicalHash } from '../../steps/canonical.ts'
import { AnnualReport, cellId, figure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import { aBureau } from './testing/a-bureau.ts'
import { Closing, Command } from './testing/closing.ts'
import { type KeptDraft, type KeptEvent, type Standing, standingOf } from './testing/standing.ts'

const { db, owner } = await testDatabase()

/** A thousand with KAICHENG_RUNS=1000; as many as some twenty seconds hold otherwise. */
const numRuns = Number(process.env.KAICHENG_RUNS ?? 13)

const frozen = ['reviewing', 'signed', 'scheduled']
const plain: Command = {
  what: 'advance',
  who: 'clerk',
  stale: '',
  isKnown: true,
  row: { ledger: 'administrativeFees', number: '1', on: '2025-03-04', amount: '12000.00', isAnswered: true },
  said: '票据次年补开，计入下年度',
  stated: '',
  to: 'drafting',
}
const one = (what: Command['what'], more: Partial<Command> = {}): Command => ({ ...plain, ...more, what })
const inOrder = (count: number, more: Partial<Command> = {}): Command[] =>
  Array.from({ length: count }, () => one('advance', more))
/** Ways that are gone whatever else is drawn. The first five steps are: begun, put up, signed three times. */
const surely: Command[][] = [
  // Late rows and a reason; then a correction of what is public, with a figure from elsewhere.
  [...inOrder(5), one('enter'), ...inOrder(1), ...inOrder(6, { stated: 'penalty/decisions' })],
  // By the clock; a row that nobody was asked about.
  [...inOrder(5), one('schedule'), one('tick'), one('enter', { isKnown: false }), one('import'), ...inOrder(6)],
  // By the clock where the registers have moved since.
  [...inOrder(5), one('schedule'), one('import'), one('tick'), one('publish', { said: '' }), one('publish')],
  // Words that are changed behind the signatures; files of an earlier report.
  [
    ...inOrder(5),
    one('recall'),
    ...inOrder(4, { said: '' }),
    one('save'),
    one('publish', { stale: 'files' }),
    one('publish'),
  ],
]
const reached = { published: 0, deviating: 0, byClock: 0, corrected: 0, refused: 0 }

test('no sequence of edits, imports, signatures and freezes publishes a figure that its signed snapshot does not hold', async () => {
  let bureaus = 0
  await fc.assert(
    fc.asyncProperty(fc.array(Command, { minLength: 10, maxLength: 24 }), async (commands) => {
      bureaus += 1
      const bureau = await aBureau(db, `never-${bureaus}`, `示例市第${bureaus}局`)
      const closing = await Closing.of(bureau)
      const standing = () => standingOf(owner, bureau.organ.id)
      let before = await standing()
      for (const command of commands) {
        const isRefused = await attempt(() => closing.do(command))
        const after = await standing()
        keepsWhatIsPublic(before, after)
        for (const draft of after.drafts) isItsFold(draft)
        if (isRefused) expect(after).toEqual(before)
        if (command.what === 'enter' && !command.isKnown) movesNothingFrozen(before, after)
        for (const { draft, event } of newEvents(before, after)) {
          if (event.kind === 'submitted') holdsWhatStood(draft, event, after)
          if (event.kind === 'published') isWhatWasSigned(draft, event, after)
        }
        expect((await bureau.published())?.report).toEqual(after.revisions.at(-1)?.report)
        before = after
      }
    }),
    { numRuns, examples: surely.map((each): [Command[]] => [each]), endOnFailure: true },
  )
  for (const times of Object.values(reached)) expect(times).toBeGreaterThan(0)
}, 180_000)

/** Whether it was refused. Anything else that goes wrong is a fault of the program. */
async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return false
  } catch (error) {
    if (!(error instanceof Refusal) && !isOfInput(error)) throw error
    reached.refused += 1
    return true
  }
}

/** What is public stays as it is, to the byte; at most one revision comes at a time. */
function keepsWhatIsPublic(before: Standing, after: Standing): void {
  expect(after.revisions.slice(0, before.revisions.length)).toEqual(before.revisions)
  expect(after.revisions.length - before.revisions.length).toBeLessThanOrEqual(1)
  expect(after.revisions.map(({ revision }) => revision)).toEqual(after.revisions.map((_, index) => index + 1))
}

/** What each event leaves a draft as. */
const leaves: Readonly<Record<string, (data: KeptEvent['data']) => string>> = {
  begun: () => 'drafting',
  submitted: () => 'reviewing',
  signed: ({ level }) => (level === 'finalReview' ? 'signed' : 'reviewing'),
  sentBack: ({ to }) => (to === 'drafting' ? 'drafting' : 'reviewing'),
  recalled: () => 'drafting',
  scheduled: () => 'scheduled',
  unscheduled: () => 'signed',
  published: () => 'published',
  discarded: () => 'discarded',
}

/** The row is the fold of its events, without a gap; each save holds the content whose hash it names. */
function isItsFold({ events, id: _, ...row }: KeptDraft): void {
  const last = events.findLast(({ kind }) => kind !== 'saved')
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  expect(row).toEqual({
    status: leaves[last?.kind ?? '']?.(last?.data),
    lastSeq: events.length,
    scheduledFor: last?.kind === 'scheduled' ? last.data.on : null,
    revision: last?.kind === 'published' ? last.data.revision : null,
  })
  for (const { kind, data, content } of events)
    expect(content && canonicalHash(content)).toBe(kind === 'saved' ? data.hash : null)
}

const newEvents = (before: Standing, after: Standing) =>
  after.drafts.flatMap((draft) => {
    const known = before.drafts.find(({ id }) => id === draft.id)?.events.length ?? 0
    return draft.events.slice(known).map((event) => ({ draft, event }))
  })

type Cells = Readonly<Record<string, string>>

const cellsIn = (report: unknown): Cells => {
  const read = AnnualReport.parse(report)
  return Object.fromEntries(cellsOf(reportFormat2021).map((cell) => [cellId(cell), String(figure(read, cell))]))
}

/** What is counted with what is stated in its place; nought everywhere else. */
const withStated = (counted: Cells, stated: readonly { readonly cell: string; readonly value: string }[]): Cells => ({
  ...Object.fromEntries(cellsOf(reportFormat2021).map((cell) => [cellId(cell), '0'])),
  ...counted,
  ...Object.fromEntries(stated.map(({ cell, value }) => [cell, value])),
})

const savedBefore = ({ events }: KeptDraft, seq: number): KeptEvent['content'] =>
  events.findLast(({ seq: own, kind }) => kind === 'saved' && own < seq)?.content

/** What is put up is what was written last and what the registers hold at that moment. */
function holdsWhatStood(draft: KeptDraft, { seq, data }: KeptEvent, { counted }: Standing): void {
  const { report } = data.snapshot
  const { words, stated } = savedBefore(draft, seq)
  expect(cellsIn(report)).toEqual(withStated(counted, stated))
  const written = words.problems.content.map((block: KeptEvent['content']) => block.content?.[0]?.text)
  expect(report.sections.find(({ id }: { id: string }) => id === 'problems').paragraphs).toEqual(written)
  expect(data.hash).toBe(canonicalHash(data.snapshot))
}

/** What became public is the snapshot that each of its levels has signed since, and it says where the registers differ by now. */
function isWhatWasSigned(draft: KeptDraft, { seq, data, actorId }: KeptEvent, { revisions, counted }: Standing): void {
  const putUp = draft.events.findLast(({ kind }) => kind === 'submitted')
  const { snapshot, hash, levels } = putUp?.data ?? {}
  const standing = revisions.at(-1)
  expect(standing).toMatchObject({ revision: data.revision, reason: draft.events[0]?.data.reason })
  expect([standing?.report, standing?.json]).toEqual([snapshot.report, snapshot.report])
  expect(standing?.findings).toEqual(snapshot.findings)
  expect(standing?.calendarVersion).toBe(snapshot.calendarVersion)
  for (const { sha256, actual } of standing?.files ?? []) expect(actual).toBe(sha256)
  expect(standing?.files.map(({ form }) => form)).toEqual(['docx', 'html', 'json', 'pdf', 'txt', 'xlsx'])
  expect(data.hash).toBe(hash)

  const since = draft.events.filter((event) => event.seq > (putUp?.seq ?? 0) && event.seq < seq)
  expect(since.map(({ kind }) => kind)).not.toContain('saved')
  const back = since.findLastIndex(({ kind }) => kind === 'sentBack')
  const fromLevel = levels.findIndex(({ id }: { id: string }) => id === since[back]?.data.to)
  const standingSignatures = since.filter(
    (event, index) =>
      event.kind === 'signed' &&
      (index > back || levels.findIndex(({ id }: { id: string }) => id === event.data.level) < fromLevel),
  )
  const signers = levels.map(
    ({ id }: { id: string }) =>
      standingSignatures.findLast(({ data: signed }) => signed.level === id && signed.hash === hash)?.actorId,
  )
  const authors = draft.events.filter(({ kind }) => ['begun', 'saved', 'submitted'].includes(kind))
  for (const signer of signers) {
    expect(signer).toEqual(expect.any(String))
    expect(authors.map((author) => author.actorId)).not.toContain(signer)
  }
  expect(new Set(signers).size).toBe(levels.length)
  expect(actorId).not.toBe(signers.at(-1))

  const { stated, words } = savedBefore(draft, seq)
  const [frozenCells, nowCells] = [cellsIn(snapshot.report), withStated(counted, stated)]
  const differing = Object.keys(nowCells).filter((cell) => frozenCells[cell] !== nowCells[cell])
  const [cells, paragraphs] = [true, false].map((isCell) =>
    data.deviations.filter(({ cell }: { cell: string }) => cell.includes('/') === isCell),
  )
  expect(cells.map(({ cell, frozen, now }: Record<string, string>) => [cell, frozen, now]).toSorted()).toEqual(
    differing.map((cell) => [cell, frozenCells[cell], nowCells[cell]]).toSorted(),
  )
  const isLinked = JSON.stringify(words).includes('#cell:administrativeFees/amountWan')
  const isReworded = isLinked && differing.includes('administrativeFees/amountWan')
  expect(paragraphs.map(({ cell }: { cell: string }) => cell)).toEqual(isReworded ? ['otherMatters:0'] : [])
  if (differing.length > 0) expect(data.deviationReason).not.toBe('')
  if (actorId === null) expect(differing).toEqual([])
  reached.published += 1
  if (differing.length > 0) reached.deviating += 1
  if (actorId === null) reached.byClock += 1
  if (data.revision > 1) reached.corrected += 1
}

/** Whoever has not read what becomes of a frozen year has moved none of its cells. */
function movesNothingFrozen(before: Standing, after: Standing): void {
  const open = before.drafts.find(({ status }) => frozen.includes(status))
  const report = open?.events.findLast(({ kind }) => kind === 'submitted')?.data.snapshot.report
  const standing = report ?? before.revisions.at(-1)?.report
  if (!standing) return
  const stated = (standing.stated ?? []).map(({ row, column, value }: Record<string, string>) => ({
    cell: `${row}/${column}`,
    value: String(value),
  }))
  expect(withStated(after.counted, stated)).toEqual(withStated(before.counted, stated))
}
