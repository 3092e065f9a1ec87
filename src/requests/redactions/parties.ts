import type { Tx } from '../../db/database.ts'
import { foldHistory } from '../history.ts'
import { knownOfApplicant, knownOfThirdParty } from '../private/known.ts'
import { ownMatterOf } from '../private/own-matter.ts'
import { findApplicant, findConsulted, type RequestWithEvents } from '../store/requests.ts'
import type { Parties } from './proposals.ts'

/** Shorter words would be found everywhere. */
const leastWords = 2

/** Who asks, and which third parties were consulted: what the first knows of itself, and what names the others. */
export async function partiesOf(tx: Tx, { request, events }: RequestWithEvents): Promise<Parties> {
  const applicant = await findApplicant(tx, request.organId, request.id)
  const isOwn = ownMatterOf(applicant ? knownOfApplicant(applicant) : { numbers: [], addresses: [] })
  const third = []
  for (const { id, party } of foldHistory(events).consultations) {
    const consulted = party === 'thirdParty' ? await findConsulted(tx, request, id) : undefined
    if (!consulted) continue
    const { names, numbers, emails, addresses } = knownOfThirdParty(consulted)
    third.push(
      ...names.map((words) => ({ what: '第三方的名称', words })),
      ...numbers.map(({ what, number }) => ({ what: `第三方的${what}`, words: number })),
      ...emails.map((words) => ({ what: '第三方的电子邮箱', words })),
      ...addresses.map((words) => ({ what: '第三方的地址', words })),
    )
  }
  return { isOwn, third: third.filter(({ words }) => words.trim().length >= leastWords) }
}
