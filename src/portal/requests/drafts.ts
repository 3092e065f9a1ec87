import { randomBytes, randomUUID } from 'node:crypto'
import type {} from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { networkOf } from '../../db/attempts.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { blindIndex, keyedCode } from '../../db/sealed.ts'
import type { Organ } from '../../organs/organ.ts'
import { refusals } from '../../refusal.ts'
import * as store from '../../requests/store/drafts.ts'
import { receiptHours, waitingHours } from './limits.ts'

/** A form between two of its pages: a request, feedback, a subscription. */
export const Draft = z.strictObject({
  texts: z.record(z.string(), z.string()),
  /** The tokens of files that wait for it. */
  kept: z.array(z.string()),
  /** By field: of files that could not be taken, which cannot be looked into again; of a wish with which somebody went on. */
  problems: z.record(z.string(), z.string()),
  /** It was sent and is to be mended: the page says what is wrong. */
  isChecked: z.boolean(),
  /** Said once above the form. */
  notice: z.string(),
  /** Of one that was taken in; nothing else of it is kept then but the code of an answer that was looked up. */
  sent: z.strictObject({ number: z.string(), on: PlainDate }).nullable(),
})
export type Draft = z.infer<typeof Draft>

export const newDraft: Draft = { texts: {}, kept: [], problems: {}, isChecked: false, notice: '', sent: null }

export const Key = z.uuid()

/** The key of the form; refuses a form without one. */
export function keyOf(text: string | undefined): string {
  const key = Key.safeParse(text)
  if (!key.success) throw refusals.formWithoutKey()
  return key.data.toLowerCase()
}

/** `?key=` of a page of the form; undefined where there is none. */
export const keyAsked = (request: FastifyRequest): string | undefined =>
  z
    .object({ key: Key.transform((key) => key.toLowerCase()) })
    .partial()
    .catch({})
    .parse(request.query).key

/** Whether what was kept under the key of a first page has had its time, if anything was: such a key tells when it was made (UUID 7). */
export function isPastWaiting(key: string, now: Date): boolean {
  const digits = key.replaceAll('-', '')
  return digits[12] === '7' && now.getTime() - Number.parseInt(digits.slice(0, 12), 16) > waitingHours * 3_600_000
}

const cookieName = (request: FastifyRequest) =>
  request.protocol === 'https' ? '__Secure-kaicheng-draft' : 'kaicheng-draft'
/** Sent to the pages of this kind of form only (asking, feedback, subscribing), and gone when the browser is closed. */
const cookieWith = (request: FastifyRequest, { slug }: Organ, value: string): string => {
  const [, , kind = ''] = request.routeOptions.url?.split('/') ?? []
  return `${cookieName(request)}=${value}; Path=/${slug}/${kind}; SameSite=Strict; HttpOnly${request.protocol === 'https' ? '; Secure' : ''}`
}

const Browser = z.string().regex(/^[\w-]{22}$/)

/** The half of every draft's key that is the browser's; the other half stands in the address. */
function browserOf(request: FastifyRequest): string | undefined {
  const held = request.server.parseCookie(request.headers.cookie ?? '')[cookieName(request)]
  return Browser.safeParse(held).data
}

/** Whether this browser has shown that it keeps our cookie, so that a draft can be found again. */
export const keepsDrafts = (request: FastifyRequest): boolean => browserOf(request) !== undefined

/** The browser's half, given before anything is typed: whoever does not bring it back refuses cookies. */
export function browserFor(request: FastifyRequest, reply: FastifyReply, organ: Organ): string {
  const held = browserOf(request)
  if (held) return held
  const given = randomBytes(16).toString('base64url')
  reply.header('set-cookie', cookieWith(request, organ, given))
  return given
}

/** Only the two halves together, hashed with our key, lead to the draft: neither a log nor the database opens one. */
const placeOf = (organ: Organ, key: string, browser: string): store.DraftPlace => ({
  organId: organ.id,
  id: keyedCode('request draft', `${key} ${browser}`),
})

/** The draft under this key, if this browser made it, less than a day ago. */
export async function findDraft(
  app: FastifyInstance,
  request: FastifyRequest,
  organ: Organ,
  key: string,
): Promise<Draft | undefined> {
  const browser = browserOf(request)
  if (!browser) return undefined
  const text = await lookInOrgan(app.db, organ.id, (tx) => store.findDraft(tx, placeOf(organ, key, browser)))
  return text === undefined ? undefined : Draft.parse(JSON.parse(text))
}

/**
 * Keeps a draft for a day, for this browser, and tells its key: another one where a form under `key` has been sent already.
 * What was sent is kept for an hour, and never written over.
 */
export async function saveDraft(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  { organ, key, draft }: { readonly organ: Organ; readonly key: string; readonly draft: Draft },
): Promise<string> {
  const before = await findDraft(app, request, organ, key)
  const own = before?.sent && !draft.sent ? randomUUID() : key
  const browser = browserFor(request, reply, organ)
  const kept = {
    text: JSON.stringify(draft),
    network: blindIndex(networkOf(request.ip)),
    hours: draft.sent ? receiptHours : waitingHours,
  }
  await inOrgan(app.db, organ.id, (tx) => store.saveDraft(tx, placeOf(organ, own, browser), kept))
  return own
}

/** Forgets one draft, or the receipt that stands in its place. */
export async function endDraft(
  app: FastifyInstance,
  request: FastifyRequest,
  { organ, key }: { readonly organ: Organ; readonly key: string },
): Promise<void> {
  const browser = browserOf(request)
  if (browser) await inOrgan(app.db, organ.id, (tx) => store.removeDraft(tx, placeOf(organ, key, browser)))
}
