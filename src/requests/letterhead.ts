import type { Tx } from '../db/database.ts'
import * as settings from '../organs/settings/store.ts'
import * as organs from '../organs/store.ts'
import type { Applicant } from './applicant.ts'
import type { Addressee, LetterOrgan } from './letters/facts.ts'
import { type LetterSettings, letterOrgan } from './letters/letter-organ.ts'

/** The organ as its letters know it, with what it has set about them. */
export const writingOrgan = async (tx: Tx, organId: number): Promise<LetterOrgan> =>
  letterOrgan(await organs.get(tx, organId), Object.fromEntries(await settings.list(tx, organId)) as LetterSettings)

export const addresseeOf = ({ kind, name }: Applicant): Addressee => ({
  name,
  is: kind === 'naturalPerson' ? 'person' : 'organisation',
})
