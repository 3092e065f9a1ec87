import type { Tx } from '../../db/database.ts'
import { countedAfter } from '../counted-as.ts'
import type { NewEvent, RequestEvent } from '../event.ts'
import { foldHistory } from '../history.ts'
import { countsFrom } from '../refold.ts'
import { applicantKey, applicantNameKey, applicantPhoneKey } from '../register.ts'
import { applicantOf, type Registration } from '../registration.ts'
import { Request } from '../request.ts'
import { rewriteRegistration } from '../store/registration.ts'
import type { TakeMatter } from '../take.ts'

const rowFields = ['channel', 'summary', 'formWanted', 'routeWanted', 'assistance'] as const

/** Lets the row and the applicant follow a correction of the registration; answers with the request as it now stands. */
export async function rewrite(
  tx: Tx,
  request: Request,
  matter: TakeMatter,
  events: readonly RequestEvent[],
  added: readonly NewEvent[],
): Promise<Request> {
  const { standing } = matter
  const correction = added.find((fact) => fact.kind === 'registrationCorrected')
  if (!standing || correction?.kind !== 'registrationCorrected') return request
  const { to, personal } = correction.data
  const values: Registration = { ...standing.values, ...to, ...personal?.to }
  const changed = rowFields.filter((field) => to[field] !== undefined).map((field) => [field, values[field]])
  const history = foldHistory(events)
  const days = { arrivedOn: history.arrivedOn, receivedOn: countsFrom(history) }
  const applicant = applicantOf(values)
  const column = await countedAfter(tx, request, matter, added)
  const row = Request.parse({ ...request, ...Object.fromEntries(changed), ...days, applicantKind: column })
  const { channel, applicantKind, summary, formWanted, routeWanted, assistance } = row
  await rewriteRegistration(
    tx,
    request,
    {
      channel,
      applicantKind,
      summary,
      formWanted,
      routeWanted,
      assistance,
      arrivedOn: row.arrivedOn,
      receivedOn: row.receivedOn,
      applicantKey: applicantKey(applicant),
      applicantNameKey: applicantNameKey(applicant.name),
      applicantPhoneKey: applicantPhoneKey(applicant.phone),
    },
    applicant,
  )
  return row
}
