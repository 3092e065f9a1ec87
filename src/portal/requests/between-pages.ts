import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Organ } from '../../organs/organ.ts'
import { displayCookie, withOtherContrast, withOtherSize } from '../display.ts'
import type { View } from '../page.tsx'
import { addresses } from '../site.ts'

/** To a page of the form, which is read by GET. */
export const toPage = (
  reply: FastifyReply,
  organ: Organ,
  step: '' | '/suggestions' | '/details',
  key: string,
): FastifyReply => reply.header('cache-control', 'no-store').redirect(`${addresses.ask(organ)}${step}?key=${key}`, 303)

export const toReceipt = (reply: FastifyReply, organ: Organ, key: string): FastifyReply =>
  reply.header('cache-control', 'no-store').redirect(addresses.receipt(organ, key), 303)

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

/** The view with the display that the button asks for, which the browser keeps; the same view where it asks for none. */
export function turned(request: FastifyRequest, reply: FastifyReply, view: View, to: string): View {
  if (to !== 'size' && to !== 'contrast') return view
  const display = to === 'size' ? withOtherSize(view.display) : withOtherContrast(view.display)
  reply.header('set-cookie', displayCookie(display, request.protocol === 'https'))
  return { ...view, display }
}
