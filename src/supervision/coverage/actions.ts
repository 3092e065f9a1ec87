import { z } from 'zod'
import { record as audit } from '../../audit/record.ts'
import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { ComposedMail, WaitingMail } from '../../mail/compose.ts'
import { queueMail } from '../../mail/outbox.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { showColumns } from '../../platform/columns/actions.ts'
import { refusals } from '../../refusal.ts'
import { type CoverageView, coverageOf, isSameMatter, mattersOf } from './coverage.ts'
import type { Declaration, NewDeclaration } from './declaration.ts'
import { whyNotDeclare } from './rules.ts'
import * as store from './store.ts'

/** Arts. 20 and 21 against the columns of the organ, as of today. */
export async function showCoverage(tx: Tx, actor: Pick<Actor, 'organId' | 'today'>): Promise<CoverageView> {
  const { organId, today } = actor
  const organ = await organs.get(tx, organId)
  const columns = await showColumns(tx, actor)
  const counts = await store.countByItem(tx, organId)
  return coverageOf(organ, columns, counts, await store.listDeclarations(tx, organId), today)
}

/** What arts. 20 and 21 asked for and the platform did not have at the end of a day; null where nothing was public on it yet. */
export async function countHoles(tx: Tx, organId: number, day: PlainDate): Promise<number | null> {
  const counts = await store.countByItemOn(tx, organId, day)
  if (counts.length === 0) return null
  const organ = await organs.get(tx, organId)
  const columns = await showColumns(tx, { organId, today: day })
  const { rows } = coverageOf(organ, columns, counts, await store.listDeclarationsOn(tx, organId, day), day)
  return rows.filter(({ state }) => state === 'hole').length
}

/** 本机关无此项, with reason and day of review; takes the place of an earlier declaration of the same. */
export async function declareAbsence(tx: Tx, actor: Actor, declaration: NewDeclaration): Promise<string> {
  const { organId, today } = actor
  await organs.lock(tx, organId)
  const { rows } = await showCoverage(tx, actor)
  const row = rows.find((each) => isSameMatter(each, declaration))
  const refusal = whyNotDeclare(row, declaration.reviewOn, today)
  if (refusal) throw refusal
  const before = row?.declaration ?? null
  if (before) await store.end(tx, organId, before.id, { reason: '重新核对', on: today })
  const id = await store.add(tx, organId, { ...declaration, declaredOn: today, declaredBy: actor.id })
  await audit(tx, actor, 'coverage.declared', { subject: id, detail: { ...declaration, renews: before?.id ?? null } })
  return id
}

/** The organ does have it after all, or will. */
export async function endDeclaration(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
  if (!(await store.end(tx, actor.organId, id, { reason, on: actor.today }))) throw refusals.unknownDeclaration()
  await audit(tx, actor, 'coverage.declarationEnded', { subject: id, detail: { reason } })
}

/** Reminds the head of the work body by mail, once for each day of review that has come. Returns of how many. */
export async function remindDeclarations(
  tx: Tx,
  { organId, today }: Pick<Actor, 'organId' | 'today'>,
): Promise<number> {
  const due = await store.takeDue(tx, organId, today)
  if (due.length === 0) return 0
  const mail = dueMail(due, mattersOf(await organs.get(tx, organId), today))
  const about = { kind: 'declarationsDue', declarations: due.map(({ id }) => id) }
  for (const to of await store.mailOfHeads(tx, organId)) await queueMail(tx, organId, { to, about, ...mail })
  return due.length
}

function dueMail(due: readonly Declaration[], matters: ReturnType<typeof mattersOf>): ComposedMail {
  const lines = due.map((each) => {
    const label = matters.find((matter) => isSameMatter(matter, each))?.label ?? each.matter ?? `第${each.item}项`
    return `${label}（核对日期${chineseDate(each.reviewOn)}）`
  })
  return {
    subject: `【公开覆盖】${due.length}项“本机关无此项”声明到期，请核对`,
    body: `下列声明已到核对日期：\n${lines.join('\n')}\n请登录政府信息公开工作平台，在“公开覆盖”中重新声明，或者公开相应信息后撤销声明。此邮件由系统发出，请勿回复。`,
  }
}

const DueAbout = z.object({ kind: z.literal('declarationsDue'), declarations: z.array(z.uuid()) })

/** The mail of declarations as they stand now: those ended or renewed meanwhile are left out; null when none is left. */
export async function declarationsNow(
  tx: Tx,
  { organId, today }: Pick<Actor, 'organId' | 'today'>,
  { to, about }: WaitingMail,
): Promise<ComposedMail | null> {
  const { declarations } = DueAbout.parse(about)
  const standing = await store.listDeclarations(tx, organId)
  const due = standing.filter(({ id, reviewOn }) => declarations.includes(id) && reviewOn <= today)
  if (due.length === 0 || !(await store.mailOfHeads(tx, organId)).includes(to)) return null
  return dueMail(due, mattersOf(await organs.get(tx, organId), today))
}
