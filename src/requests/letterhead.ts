import type { Tx } from '../db/database.ts'
import { chosen } from '../organs/settings/chosen.ts'
import {
  competentCourt,
  leadership,
  onlineReconsideration,
  reconsiderationOrgan,
} from '../organs/settings/remedy-settings.ts'
import * as organs from '../organs/store.ts'
import type { Applicant } from './applicant.ts'
import type { Addressee, LetterOrgan } from './letters/facts.ts'
import { noAnswerRoute, partialDisclosureRoute } from './settings.ts'

/** The organ as its letters know it, with what it has set about them. */
export async function writingOrgan(tx: Tx, organId: number): Promise<LetterOrgan> {
  const organ = await organs.get(tx, organId)
  return {
    ...organ,
    leadership: await chosen(tx, organId, leadership),
    reviewBody: await chosen(tx, organId, reconsiderationOrgan),
    court: await chosen(tx, organId, competentCourt),
    onlineReview: await chosen(tx, organId, onlineReconsideration),
    partialDisclosureRoute: await chosen(tx, organId, partialDisclosureRoute),
    noAnswerRoute: await chosen(tx, organId, noAnswerRoute),
  }
}

export const addresseeOf = ({ kind, name }: Applicant): Addressee => ({
  name,
  is: kind === 'naturalPerson' ? 'person' : 'organisation',
})
