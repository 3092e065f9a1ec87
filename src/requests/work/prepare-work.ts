import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { businessRoles } from '../../organs/role.ts'
import { findHandlerName, findUnitName } from '../../organs/units/store.ts'
import { refusals } from '../../refusal.ts'
import { listCandidates } from '../../review/store.ts'
import { needlesOf } from '../private/identity-in-text.ts'
import { knownOfApplicant } from '../private/known.ts'
import type { Request } from '../request.ts'
import type { StepWith } from '../step-inputs.ts'
import { numbersOf } from '../store/found.ts'
import { findApplicant } from '../store/requests.ts'
import type { WorkState } from './fold-work.ts'
import { findToLink } from './links.ts'
import type { Assignee, WorkStepMatter } from './take-work.ts'

/** The names that a step of the work inside the organ needs. Refuses units and people who are not there, and words that tell others who asks. */
export async function prepareWork(
  tx: Tx,
  actor: Actor,
  request: Request,
  { offer }: WorkState,
  step: StepWith,
): Promise<Pick<WorkStepMatter, 'assignee' | 'named' | 'toLink' | 'linkedNumber'>> {
  const { organId } = actor
  switch (step.name) {
    case 'assign':
      return { assignee: await assigneeOf(tx, actor, step.input) }
    case 'acceptHandover':
      return { assignee: await handlerIn(tx, organId, offer?.unitId ?? '', step.input.staffId) }
    case 'refuseHandover': {
      const { betterUnitId } = step.input
      return betterUnitId === null
        ? {}
        : { assignee: { unitName: await unitCalled(tx, organId, betterUnitId), staffName: '' } }
    }
    case 'askCoHandling':
      await tellNobody(tx, request, step.input.about, 'about')
      return { assignee: { unitName: await unitCalled(tx, organId, step.input.unitId), staffName: '' } }
    case 'link':
      return { toLink: await findToLink(tx, actor, request, step.input.number) }
    case 'unlink':
      return { linkedNumber: (await numbersOf(tx, organId, [step.input.otherId])).get(step.input.otherId) ?? '' }
    case 'note':
      return { named: await namedIn(tx, actor, request, step.input) }
    default:
      return {}
  }
}

async function unitCalled(tx: Tx, organId: number, unitId: string): Promise<string> {
  const name = await findUnitName(tx, organId, unitId)
  if (!name) throw refusals.unknownUnit()
  return name
}

async function handlerIn(tx: Tx, organId: number, unitId: string, staffId: string | null): Promise<Assignee> {
  const staffName = staffId ? await findHandlerName(tx, organId, { unitId, staffId }) : ''
  if (staffName === undefined) throw refusals.unknownHandler()
  return { unitName: '', staffName }
}

/** The names of the unit and the person to whom it goes, and of the unit from which. */
async function assigneeOf(
  tx: Tx,
  { organId, unitId: own }: Actor,
  { unitId, staffId }: { readonly unitId: string; readonly staffId: string | null },
): Promise<Assignee> {
  const unitName = await unitCalled(tx, organId, unitId)
  const { staffName } = await handlerIn(tx, organId, unitId, staffId)
  return { unitName, staffName, ownUnitName: (own && (await findUnitName(tx, organId, own))) || '' }
}

/** Colleagues who do business here; a note that names some of them may be read by people of other units. */
async function namedIn(
  tx: Tx,
  { organId, today }: Actor,
  request: Request,
  { text, to = [] }: { readonly text: string; readonly to?: readonly string[] | undefined },
): Promise<NonNullable<WorkStepMatter['named']>> {
  if (to.length === 0) return []
  await tellNobody(tx, request, text, 'text')
  const colleagues = (await listCandidates(tx, organId, today)).filter(({ roles }) =>
    roles.some((role) => businessRoles.includes(role)),
  )
  return to.map((staffId) => {
    const found = colleagues.find(({ id }) => id === staffId)
    if (!found) throw refusals.unknownColleague()
    return { id: found.id, name: found.name }
  })
}

/** Who asks is told to nobody who has no part in the case. */
export async function tellNobody(
  tx: Tx,
  request: Request,
  text: string,
  field: string,
  refuse = refusals.toldApplicant,
): Promise<void> {
  const applicant = await findApplicant(tx, request.organId, request.id)
  const found = applicant && needlesOf(knownOfApplicant(applicant)).find(({ isIn }) => isIn(text))
  if (found) throw refuse(found.what, field)
}
