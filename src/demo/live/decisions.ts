import { addDays, type PlainDate, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { lateGate } from '../../disclosure/gates/late-finding.ts'
import type { EditionKey } from '../../disclosure/store/editions.ts'
import { enterDecision } from '../../ledgers/decisions/actions/enter.ts'
import { beginWithdrawal, publicize, quash } from '../../ledgers/decisions/actions/publicize.ts'
import { longTerm } from '../../ledgers/decisions/decision-fields.ts'
import type { Organ } from '../../organs/organ.ts'
import type { Ago } from './cases.ts'
import { type DemoDecision, demoDecisions } from './decision-texts.ts'
import type { DemoOffice } from './office.ts'
import { at, playerOf, reviewers } from './player.ts'

/** Enters, publishes, quashes and withdraws the decisions of the demo through the same actions that people use. */
export async function tellDecisions(tx: Tx, organ: Organ, office: DemoOffice, ago: Ago): Promise<void> {
  const own = demoDecisions.filter((told) => told.organ === organ.slug)
  for (const told of own.sort((a, b) => b.decided - a.decided)) await tellDecision(tx, organ, office, ago, told)
}

async function tellDecision(tx: Tx, organ: Organ, office: DemoOffice, ago: Ago, told: DemoDecision): Promise<void> {
  const { kind, subject, exempt = '', published, lateReason, quashed } = told
  const decidedOn = ago(told.decided)
  const { id } = await enterDecision(tx, office.actor('clerk', decidedOn), {
    kind,
    subject,
    publicity: exempt ? 'exempt' : 'due',
    exemptReason: exempt,
    values: { ...told.values, ...factsOf(organ, told, decidedOn) },
  })
  if (published === null) return
  const publish = async (begun: { recordId: string; edition: number }, day: PlainDate, reason?: string) => {
    const key: EditionKey = { organId: organ.id, ...begun }
    const play = playerOf(tx, office)
    await play.submit(key, day)
    await play.sign(key, day, reviewers.length)
    const confirmations = reason ? [{ gate: lateGate, place: 'publishBy', reason }] : []
    await play.step(key, 'clerk', day, 'publish', { confirmations })
  }
  const day = ago(published)
  await publish(await publicize(tx, office.actor('clerk', day), at(day), id), day, lateReason)
  if (!quashed) return
  const on = ago(quashed.ago)
  const by = withYear(quashed.by, on)
  await quash(tx, office.actor('clerk', on), id, { on, how: quashed.how, by })
  if (quashed.withdrawn === null) return
  const gone = ago(quashed.withdrawn)
  await publish(await beginWithdrawal(tx, office.actor('clerk', gone), at(gone), id), gone)
}

const withYear = (text: string, day: PlainDate): string => text.replace('〔年〕', `〔${yearOf(day)}〕`)

/** What every decision of the organ says alike. */
function factsOf(organ: Organ, { kind, number }: DemoDecision, decidedOn: PlainDate): Record<string, string> {
  const facts = { decidedOn, number: `${organ.letterCode || '示建'}${withYear(number, decidedOn)}` }
  if (kind === 'compulsion') return facts
  if (kind === 'penalty') return { ...facts, organ: organ.name, shownUntil: addDays(decidedOn, 365) }
  return { ...facts, organ: organ.name, validFrom: decidedOn, validUntil: longTerm }
}
