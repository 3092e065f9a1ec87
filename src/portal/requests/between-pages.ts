import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasWaitedOut, wasInTheWay } from '../../db/away.ts'
import { isPassing } from '../../http/problems.ts'
import type { Organ } from '../../organs/organ.ts'
import { displayCookie, withOtherContrast, withOtherSize } from '../display.ts'
import type { View } from '../page.tsx'
import { addresses } from '../site.ts'
import { type Draft, keepsDrafts, saveDraft } from './drafts.ts'
import { sendPage } from './public-forms.ts'

/** To a page of the form, which is read by GET. */
export const toPage = (
  reply: FastifyReply,
  organ: Organ,
  step: '' | '/suggestions' | '/details',
  key: string,
): FastifyReply => goTo(reply, `${addresses.ask(organ)}${step}?key=${key}`)

export const toReceipt = (reply: FastifyReply, organ: Organ, key: string): FastifyReply =>
  goTo(reply, addresses.receipt(organ, key))

/** To a page of the site, which is read by GET. */
export const goTo = (reply: FastifyReply, path: string): FastifyReply =>
  reply.header('cache-control', 'no-store').redirect(path, 303)

/** Whether the database, or the way to it, was what failed: the same may go well in a minute. */
export const isAway = (error: unknown): boolean => isPassing(error) || hasWaitedOut(error) || wasInTheWay(error)

export const unlessPassing = (error: unknown): undefined => {
  if (!isAway(error)) throw error
}

interface Shown {
  readonly organ: Organ
  readonly key: string
  readonly draft: Draft
  /** Of the page that shows the draft, under the key that it got. */
  readonly at: (key: string) => string
  /** The same page as the answer itself, to whose browser finds no draft again. */
  readonly page: string
  readonly status: number
}

/** The answer to a form, shown on a page of its own address: a reload sends nothing again, and what was typed is there. */
export async function showAt(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  { organ, key, draft, at, page, status }: Shown,
): Promise<FastifyReply> {
  const own = keepsDrafts(request)
    ? await saveDraft(app, request, reply, { organ, key, draft }).catch(unlessPassing)
    : undefined
  return own === undefined ? sendPage(reply, page, status) : goTo(reply, at(own))
}

interface Going {
  readonly organ: Organ
  readonly view: View
  readonly key: string
  readonly to: string
  readonly from: '' | '/details'
}

/** Where a button that is no next step leads, once what is typed has been kept. */
export function goOn(
  request: FastifyRequest,
  reply: FastifyReply,
  { organ, view, key, to, from }: Going,
): FastifyReply {
  return toPage(reply, organ, turned(request, reply, view, to) === view ? '' : from, key)
}

export const isTurn = (to: string): boolean => to === 'size' || to === 'contrast'

/** The view with the display that the button asks for, which the browser keeps; the same view where it asks for none. */
export function turned(request: FastifyRequest, reply: FastifyReply, view: View, to: string): View {
  if (!isTurn(to)) return view
  const display = to === 'size' ? withOtherSize(view.display) : withOtherContrast(view.display)
  reply.header('set-cookie', displayCookie(display, request.protocol === 'https'))
  return { ...view, display }
}
