import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { readTyped } from '../../refusal/typed.ts'
import { refusals } from '../../refusal.ts'
import { type StepName, stepInputs } from '../edition-event.ts'
import { passLate } from '../gates/late.ts'
import { passGates } from '../gates/pass.ts'
import { enact } from '../let-out.ts'
import { openForChange, prepare } from '../prepare.ts'
import type { EditionKey } from '../store/editions.ts'
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
  const input = readTyped(stepInputs[name], typed)
  const found = await openForChange(tx, key)
  const last = found.events.at(-1)
  if (seq !== undefined && seq !== last?.seq) throw refusals.changedMeanwhile(last?.actor.name || '他人', '这条信息')
  const matter = await prepare(tx, actor, now, found, { putsUp: name === 'submit' })
  const event = take(name, matter, input)
  if ('confirmations' in input) await passGates(tx, found, input.confirmations, actor.today)
  passLate(found, event, matter.calendar, actor.today)
  const added = await enact(tx, actor, now, matter.calendar, found, event)
  await audit(tx, actor, `record.${name}`, {
    subject: key.recordId,
    detail: { edition: key.edition, seq: added, hash: matter.edition.hash, ...reasonsIn(input) },
  })
}

/** Why the text, or a file of it, goes on with what was found. */
const reasonsIn = (input: object): { readonly reasons?: unknown } =>
  'confirmations' in input && Array.isArray(input.confirmations) && input.confirmations.length > 0
    ? { reasons: input.confirmations }
    : {}
