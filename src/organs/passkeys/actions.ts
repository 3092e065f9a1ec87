import { randomBytes, randomUUID } from 'node:crypto'
import { record } from '../../audit/record.ts'
import { instantAfter } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import { withPassword } from '../session/password-actions.ts'
import {
  type Look,
  refuseSecondFirst,
  refuseUnproved,
  type Signing,
  withFactor,
} from '../session/second-factor-actions.ts'
import type { Session } from '../session/session.ts'
import * as sessions from '../session/store.ts'
import { newToken, type Token, tokenHash } from '../session/token.ts'
import type { Site } from './ceremonies.ts'
import { hasGoneBack, mostPasskeys, type NewPasskey, type OwnPasskey, type Signed } from './passkey.ts'
import * as store from './store.ts'

/** The library is read when a passkey is first used: no start waits for it. */
const ceremonies = () => import('./ceremonies.ts')

/** So long a challenge stands. */
const challengeMs = 5 * 60_000

const ownerOf = ({ organ, staff }: Session): store.Owner => ({ organId: organ.id, staffId: staff.id })
const actorOf = ({ session, place }: Signing) =>
  ({ kind: 'staff', id: session.staff.id, address: place.address, organId: session.organ.id }) as const

/** What the browser needs to have one of the person's passkeys sign; its challenge serves this session, for one try. */
export const challengePasskeys = (db: Database, site: Site, session: Session, now: Date) =>
  inOrgan(db, session.organ.id, async (tx) => {
    const known = (await store.list(tx, ownerOf(session))).map(({ credential }) => credential)
    if (known.length === 0) throw refusals.unknownPasskey()
    const challenge = randomBytes(32)
    const challengeUntil = instantAfter(now, challengeMs)
    await sessions.saveChallenge(tx, session.organ.id, session.tokenHash, { challenge, challengeUntil })
    return (await ceremonies()).askToSign(site, known, challenge)
  })

/** Looks whether a passkey of the person has signed what this session asked for last. */
export const lookAtPasskey =
  (site: Site, session: Session, signed: Signed, action: string, now: Date): Look =>
  async (tx) => {
    const owner = ownerOf(session)
    const challenge = await sessions.takeChallenge(tx, owner.organId, session.tokenHash, now)
    const key = (await store.list(tx, owner)).find(({ credential }) => credential.id === signed.id)
    const counter = challenge && key && (await (await ceremonies()).readSigned(site, challenge, signed, key.credential))
    if (!key || counter === undefined) return { action: 'passkey.failed', refusal: refusals.passkeyFailed() }
    const detail = { name: key.name }
    if (hasGoneBack(key.counter, counter)) {
      const counters = { before: key.counter, now: counter }
      return { action: 'passkey.wentBack', detail: { ...detail, ...counters }, refusal: refusals.passkeyCopied() }
    }
    await store.saveUse(tx, owner, key.id, counter, now)
    return { action, detail }
  }

/** Asks whoever is signed in for password and second factor again, so that the ways to sign in may be changed. */
export async function proveAgain(
  db: Database,
  signing: Signing,
  current: string,
  look: Look,
  now: Date,
): Promise<Token> {
  await withPassword(db, signing, current, now, async () => ({ action: 'password.proved' }))
  return withFactor(db, signing, now, { provedAt: now }, look)
}

/** What the browser needs to make a passkey; its challenge serves this session, for one try. */
export const offerPasskey = (db: Database, site: Site, session: Session, now: Date) =>
  inOrgan(db, session.organ.id, async (tx) => {
    refuseUnproved(session, now)
    const known = (await store.list(tx, ownerOf(session))).map(({ credential }) => credential)
    if (known.length >= mostPasskeys) throw refusals.tooManyPasskeys(mostPasskeys)
    const challenge = randomBytes(32)
    const challengeUntil = instantAfter(now, challengeMs)
    await sessions.saveChallenge(tx, session.organ.id, session.tokenHash, { challenge, challengeUntil })
    return (await ceremonies()).askToMake(site, session, known, challenge)
  })

/** Keeps the passkey that was made for this session's offer. Whoever had no second factor has passed it with that. */
export async function addPasskey(
  db: Database,
  site: Site,
  signing: Signing,
  made: NewPasskey,
  now: Date,
): Promise<Token> {
  const { session } = signing
  const owner = ownerOf(session)
  const token = newToken(owner.organId)
  const refusal = await inOrgan(db, owner.organId, async (tx): Promise<Refusal | undefined> => {
    refuseUnproved(session, now)
    await sessions.getAccountForChange(tx, owner.organId, owner.staffId)
    await refuseSecondFirst(tx, session)
    const challenge = await sessions.takeChallenge(tx, owner.organId, session.tokenHash, now)
    const read = challenge && (await (await ceremonies()).readMade(site, challenge, made))
    if (!read) {
      await record(tx, actorOf(signing), 'passkey.notAdded', { succeeded: false })
      return refusals.passkeyNotAdded()
    }
    if (await store.isKnown(tx, owner.organId, read.credential.id)) return refusals.passkeyKnown()
    if ((await store.list(tx, owner)).length >= mostPasskeys) return refusals.tooManyPasskeys(mostPasskeys)
    await store.add(tx, owner, { ...read, id: randomUUID(), name: made.name, addedAt: now })
    await record(tx, actorOf(signing), 'passkey.added', { detail: { name: made.name } })
    const next = { tokenHash: tokenHash(token), passedSecondFactor: true }
    await sessions.renew(tx, owner.organId, session.tokenHash, next)
    return undefined
  })
  if (refusal) throw refusal
  return token
}

/** One's own passkeys, the oldest first. */
export const listPasskeys = (db: Database, session: Session): Promise<OwnPasskey[]> =>
  inOrgan(db, session.organ.id, async (tx) =>
    (await store.list(tx, ownerOf(session))).map(({ id, name, addedAt, lastUsedAt }) => ({
      id,
      name,
      addedAt,
      lastUsedAt,
    })),
  )

/** Removes a passkey of one's own, never the last second factor. All other sessions of the person end. */
export const removePasskey = (db: Database, signing: Signing, id: string, now: Date): Promise<void> =>
  inOrgan(db, signing.session.organ.id, async (tx) => {
    const { session } = signing
    const owner = ownerOf(session)
    const { totpSecret } = await sessions.getAccountForChange(tx, owner.organId, owner.staffId)
    const own = await store.list(tx, owner)
    const key = own.find((each) => each.id === id)
    if (!key) throw refusals.unknownPasskey()
    refuseUnproved(session, now)
    if (totpSecret === null && own.length === 1) throw refusals.lastSecondFactor()
    await store.remove(tx, owner, id)
    await sessions.endAllOf(tx, owner.organId, owner.staffId, now, session.tokenHash)
    await record(tx, actorOf(signing), 'passkey.removed', { subject: id, detail: { name: key.name } })
  })
