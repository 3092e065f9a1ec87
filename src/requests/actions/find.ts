import { record } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Charge } from '../../organs/units/in-charge.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { actsAsOneOf } from '../../review/acting.ts'
import { standingInOf } from '../../review/store.ts'
import type { FoundRequest } from '../case-view.ts'
import { foldHistory } from '../history.ts'
import { readCode, receiptHashes } from '../receipt.ts'
import { applicantNameKey, applicantPhoneKey } from '../register.ts'
import type { Request } from '../request.ts'
import { asksAnyHead, mayKnowByCharge } from '../steps.ts'
import { findShown, listByPerson, listBySameApplicant } from '../store/found.ts'
import { listRequests } from '../store/lists.ts'
import { eventsOfAll, findByCode } from '../store/requests.ts'
import { WantedRequests } from '../wanted.ts'

/** A telephone number, typed whole: with its area code, or a mobile one. */
const telephone = /^(?:\+?86)?[\d\s()（）+-]{7,20}$/
/** A receipt code, typed whole. */
const code = /^[0-9A-HJKMNP-TV-Z]{16}$/

/**
 * The requests of whoever is called so, or has this telephone number. Only those of which the person may know who asks: nobody
 * learns from a search whose a case is (decision 0040).
 */
export async function listOfPerson(tx: Tx, actor: Actor, typed: string): Promise<string[]> {
  const phone = telephone.test(typed.normalize('NFKC')) ? applicantPhoneKey(typed) : null
  return listKnown(tx, actor, await listByPerson(tx, actor.organId, { name: applicantNameKey(typed), phone }))
}

/** The other requests of whoever asks in this one; only those of which the person may know who asks. */
export const listOfSameApplicant = async (tx: Tx, actor: Actor, request: Pick<Request, 'organId' | 'id'>) =>
  listKnown(tx, actor, await listBySameApplicant(tx, request))

/** Of these the ones of which the person may know who asks: by their charge, and for heads of units by the chain that is up. */
export async function listKnown(tx: Tx, actor: Actor, found: readonly (Charge & { readonly id: string })[]) {
  if (found.length === 0) return []
  const standingIn = actor.id === null ? [] : await standingInOf(tx, actor.organId, actor.id, actor.today)
  const acting = { actor, standingIn, workBodyId: await findWorkBody(tx, actor.organId) }
  const known = found.filter((each) => mayKnowByCharge(each, acting)).map(({ id }) => id)
  if (known.length === found.length || !actsAsOneOf(acting, ['unitHead'])) return known
  const others = found.flatMap(({ id }) => (known.includes(id) ? [] : [id]))
  const events = await eventsOfAll(tx, actor.organId, others)
  return [...known, ...others.filter((id) => asksAnyHead({ history: foldHistory(events.get(id) ?? []) }))]
}

/** So many requests the finder shows. */
const mostFound = 8

/**
 * Requests by number, by the number of a letter, by words, and by the person as `listOfPerson`; by a receipt code that was typed
 * whole, which is recorded.
 */
export async function findRequests(tx: Tx, actor: Actor, typed: string): Promise<FoundRequest[]> {
  const ofCode = await findOfCode(tx, actor, typed)
  if (ofCode) return [ofCode]
  const { listed } = await listRequests(tx, actor.organId, {
    ...WantedRequests.parse({ view: 'all', q: typed }),
    ofPerson: await listOfPerson(tx, actor, typed),
    mine: [],
    offset: 0,
    limit: mostFound,
  })
  return listed.map(({ request: { id, number, summary, status } }) => ({ id, number, summary, status }))
}

async function findOfCode(tx: Tx, actor: Actor, typed: string): Promise<FoundRequest | undefined> {
  const read = readCode(typed)
  if (!code.test(read)) return undefined
  const { receiptCodeHash } = receiptHashes({ code: read, secret: '' })
  const found = await findByCode(tx, actor.organId, receiptCodeHash)
  if (!found) return undefined
  await record(tx, actor, 'request.foundByCode', { subject: found.id })
  return findShown(tx, actor.organId, found.id)
}
