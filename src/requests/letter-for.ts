import type { Tx } from '../db/database.ts'
import type { Letter } from './letters/letter.ts'
import type { Request } from './request.ts'
import type { StepName } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'

/** The letter that a step sends or puts up for approval, not yet numbered; null for a step without one. */
export async function letterFor(
  tx: Tx,
  request: Request,
  matter: StepMatter,
  name: StepName,
  input: unknown,
): Promise<Letter | null> {
  void [tx, input]
  if (name === 'issueAnswer') return matter.history.draft?.letter ?? null
  if (name !== 'draftAnswer') return null
  return {
    ...{ kind: 'answer', template: 'provisional', title: '政府信息公开申请答复书', number: null, addressee: '申请人' },
    ...{ paragraphs: [request.summary], enclosures: [], organ: '', madeOn: matter.actor.today, contact: '' },
  }
}
