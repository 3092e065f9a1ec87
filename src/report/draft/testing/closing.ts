import fc from 'fast-check'
import { plainDate } from '../../../days/plain-date.ts'
import { listImportRows, listImports } from '../../../ledgers/imports/store.ts'
import { takeIn } from '../../../ledgers/imports/take-in.ts'
import { undoImport } from '../../../ledgers/imports/undo.ts'
import { inYearOf, knowingly, sinceYearOf } from '../../../ledgers/knowingly.ts'
import { approveCorrection, proposeCorrection, proposeRemoval } from '../../../ledgers/rows/actions.ts'
import { RowLedgerId } from '../../../ledgers/rows/row-ledger.ts'
import { confirmAll } from '../../../ledgers/years/testing/confirm-all.ts'
import { type Actor, systemActor } from '../../../organs/actor.ts'
import { Problems } from '../../../workbooks/problem.ts'
import { publishDue, type Typeset, takeStep } from '../actions.ts'
import { type DraftContent, deviationKey } from '../draft-event.ts'
import { hrefOfCount, wordsFrom } from '../words.ts'
import { type Bureau, day, now } from './a-bureau.ts'
import { enters, ledgerOf, Row, valuesOf } from './a-row.ts'

const onRegister = ['enter', 'import', 'undo', 'correct', 'remove', 'approve'] as const
const onReport = [
  'begin',
  'save',
  'submit',
  'sign',
  'sendBack',
  'recall',
  'schedule',
  'unschedule',
  'publish',
  'discard',
  'tick',
] as const

/** Something that somebody tries: the next thing in order, or anything at all, also what is not theirs or comes too early. */
export const Command = fc.record({
  what: fc.oneof(
    { weight: 9, arbitrary: fc.constant('advance' as const) },
    { weight: 6, arbitrary: fc.constantFrom(...onRegister) },
    { weight: 5, arbitrary: fc.constantFrom(...onReport) },
    { weight: 1, arbitrary: fc.constant('confirm' as const) },
  ),
  who: fc.constantFrom('clerk', 'second', 'unitHead', 'ogiHead', 'leader', 'twoHats', 'stranger'),
  /** What of an earlier report they still have before them: the report itself, or only the files that were made of it. */
  stale: fc.oneof(
    { weight: 5, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('report', 'files') },
  ),
  /** They have read what would become of reports that stand frozen. */
  isKnown: fc.boolean(),
  row: Row,
  said: fc.constantFrom('', '票据次年补开，计入下年度', '票据由财政部门统一补开，下年度计入'),
  stated: fc.constantFrom('', 'penalty/decisions', 'administrativeFees/amountWan'),
  to: fc.constantFrom('drafting', 'firstReview', 'secondReview'),
})
export type Command = typeof Command extends fc.Arbitrary<infer T> ? T : never

/** A bureau that closes 2025 as the commands say. */
export class Closing {
  #bureau: Bureau
  #people: Readonly<Record<Command['who'], Actor>>
  /** Hashes and files that somebody still has before them. */
  #seen: string[] = []
  #typeset: Typeset[] = []

  private constructor(bureau: Bureau, people: Readonly<Record<Command['who'], Actor>>) {
    this.#bureau = bureau
    this.#people = people
  }

  static async of(bureau: Bureau): Promise<Closing> {
    const { people, officer } = bureau
    return new Closing(bureau, {
      ...people,
      second: await officer(day, ['clerk'], 'second'),
      twoHats: await officer(day, ['clerk', 'unitHead', 'ogiHead', 'leader'], 'twohats'),
      stranger: { ...(await officer(day, ['clerk'], 'stranger')), unitId: null },
    })
  }

  /** Throws whatever the program refuses it with. */
  async do(command: Command): Promise<void> {
    const { what, row, isKnown } = command
    const actor = this.#people[command.who]
    const { within } = this.#bureau
    switch (what) {
      case 'advance':
        return this.#advance(command)
      case 'confirm':
        return within((tx) => confirmAll(tx, this.#bureau.organ, 2025, plainDate(day)))
      case 'enter':
        return within((tx) => {
          const headers = isKnown ? { 'x-kaicheng-known': 'frozen' } : {}
          const years = row.ledger === 'normativeDocuments' ? sinceYearOf(row.on) : inYearOf(row.on)
          return knowingly(tx, { headers, actor }, years, async () => {
            await enters[row.ledger]?.(tx, actor, row)
          })
        })
      case 'import':
        return this.#import(actor, command)
      case 'undo':
      case 'correct':
      case 'remove':
        return this.#correct(actor, command)
      case 'approve': {
        const waiting = await within((tx) =>
          tx.selectFrom('rowCorrections').select('id').where('state', '=', 'waiting').executeTakeFirst(),
        )
        if (waiting) await within((tx) => approveCorrection(tx, actor, waiting.id, ''))
        return
      }
      default:
        return this.#report(actor, { ...command, what })
    }
  }

  async #import(actor: Actor, { row, said }: Command): Promise<void> {
    const { within, organ } = this.#bureau
    const values = valuesOf(row)
    const { sheet } = ledgerOf(row.ledger)
    const rows = new Map([[row.ledger, [{ sheet, row: 2, values, unsaid: [] }]]])
    const file = { rows, problems: new Problems(), skipped: [], heads: [] }
    const bytes = Buffer.from(JSON.stringify([organ.id, values]))
    const read = { file, heads: [], mappings: {}, isAsking: false }
    await within((tx) => takeIn(tx, actor, { name: '台账.xlsx', bytes, reason: said }, read))
  }

  async #correct(actor: Actor, { what, row, said }: Command): Promise<void> {
    const { within, organ } = this.#bureau
    const reason = said || '登记有误'
    const [last] = (await within((tx) => listImports(tx, organ.id))).filter(({ undoneAt }) => undoneAt === null)
    if (what === 'undo') return last && void (await within((tx) => undoImport(tx, actor, last.id, reason)))
    const [fee] = await within((tx) => tx.selectFrom('administrativeFees').select('id').orderBy('id').execute())
    const [added] = last ? await within((tx) => listImportRows(tx, organ.id, last.id)) : []
    if (what === 'correct' && fee)
      await within((tx) =>
        proposeCorrection(tx, actor, 'administrativeFees', fee.id, { values: { amount: row.amount }, reason }),
      )
    if (what === 'remove' && added)
      await within((tx) => proposeRemoval(tx, actor, RowLedgerId.parse(added.ledger), added.id, reason))
  }

  /** The next thing in order, by somebody who may do it. */
  async #advance(command: Command): Promise<void> {
    const { drafted, look, published } = this.#bureau
    const next = (what: (typeof onReport)[number], who: Command['who'] = 'clerk') =>
      this.#report(this.#people[who], { ...command, what, stale: '' })
    const { draft } = await look()
    if (!draft) return next('begin')
    if (draft.status === 'signed') return next('publish')
    if (draft.status === 'scheduled') return next('tick')
    if (draft.status === 'reviewing') {
      const { levels, signatures } = await drafted()
      const role = levels[signatures.length]?.role
      return next('sign', role === 'unitHead' || role === 'ogiHead' ? role : 'leader')
    }
    await this.#bureau.within((tx) => confirmAll(tx, this.#bureau.organ, 2025, plainDate(day)))
    if ((await published()) === undefined || draft.seq < 3) await next('save')
    return next('submit')
  }

  async #report(actor: Actor, command: Command & { readonly what: (typeof onReport)[number] }): Promise<void> {
    const { what, said, to, stale } = command
    const { look, begin, save, typeset, within, db, organ } = this.#bureau
    if (what === 'begin') return begin(said || '补登遗漏的票据', actor)
    if (what === 'tick') {
      await publishDue(db, systemActor(organ.id, plainDate(stale ? '2026-01-25' : '2026-01-26')), now)
      return
    }
    const { draft } = await look()
    if (!draft) return
    if (what === 'save') {
      await save(contentOf(command), actor)
      return
    }
    const files = what === 'publish' || what === 'recall' ? await typeset() : undefined
    if (files) this.#typeset.push(files)
    this.#seen.push(draft.hash)
    const hash = stale === 'report' ? this.#seen[0] : draft.hash
    const inputs = {
      submit: { hash },
      sign: { hash, opinion: said, checklist: draft.levels[draft.signatures.length]?.checklist ?? [] },
      sendBack: { hash, to, at: [], note: '问题写得太笼统' },
      recall: { reason: '还要修改' },
      publish: { hash, deviationReason: said, seen: draft.deviations.map(deviationKey) },
      schedule: { hash, on: '2026-01-26' },
      unschedule: { reason: '改日公布' },
      discard: { reason: '重新编制' },
    }
    const step = { name: what, typed: inputs[what], typeset: stale === 'files' ? this.#typeset[0] : files }
    await within((tx) => takeStep(tx, actor, now, 2025, step))
  }
}

/** Words that stand on a number of the registers, and figures from elsewhere. */
function contentOf({ said, stated }: Command): DraftContent {
  const written = (text: string) => wordsFrom([{ id: 'problems', paragraphs: [text] }]).problems
  const fees = {
    type: 'text' as const,
    text: '0',
    marks: [{ type: 'link' as const, attrs: { href: hrefOfCount('cell:administrativeFees/amountWan') } }],
  }
  return {
    words: {
      intro: written('现公布本机关年度报告。'),
      overview: written('一年来推进公开工作。'),
      problems: written(`解读材料偏少。${said}`),
      otherMatters: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '收费' }, fees] }] },
    },
    stated: stated ? [{ cell: stated, value: '7', reason: '在执法办案系统登记', source: '执法办案系统年报' }] : [],
  }
}
