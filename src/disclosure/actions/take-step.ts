import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { type StepName, stepInputs } from '../edition-event.ts'
import { foldInto } from '../fold-into.ts'
import { passLate } from '../gates/late.ts'
import { passGates } from '../gates/pass.ts'
import { letOut, supersede } from '../let-out.ts'
import { openForChange, prepare } from '../prepare.ts'
import { append, type EditionKey } from '../store/editions.ts'
import { take } from '../take.ts'

/**
 * Takes a step with everything that belongs to it, or refuses it. `seq` is the last event that the person saw: when
 * somebody else has acted meanwhile, they are told instead of overtaking.
 */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  now: Date,
  key: EditionKey,
  name: StepName,
  typed: unknown,
  seq?: number,
): Promise<void> {
  const input = stepInputs[name].parse(typed)
  const found = await openForChange(tx, key)
  const last = found.events.at(-1)
  if (seq !== undefined && seq !== last?.seq) throw refusals.changedMeanwhile(last?.actor.name || '他人', '这条信息')
  const matter = await prepare(tx, actor, now, found)
  const event = take(name, matter, input)
  if ('confirmations' in input) await passGates(tx, found, input.confirmations, actor.today)
  passLate(found, event, matter.calendar, actor.today)
  if (event.kind === 'published') await supersede(tx, actor, now, found)
  const events = await append(tx, actor, key, now, found.events, [event])
  await foldInto(tx, key, events, found.content, matter.calendar)
  if (event.kind === 'published') await letOut(tx, actor, now, { ...found, events })
  await audit(tx, actor, `record.${name}`, {
    subject: key.recordId,
    detail: { edition: key.edition, seq: events.at(-1)?.seq, hash: matter.edition.hash },
  })
}
