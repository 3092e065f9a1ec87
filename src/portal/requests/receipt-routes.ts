import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { networkOf } from '../../db/attempts.ts'
import { lookInOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { faultOf } from '../../http/problems.ts'
import type { Organ } from '../../organs/organ.ts'
import { refusals } from '../../refusal.ts'
import { receiptHashes, receiptOf } from '../../requests/receipt.ts'
import { receiptPdf } from '../../requests/receipt-pdf.ts'
import { findByCode } from '../../requests/store/requests.ts'
import type { Submitted } from '../../requests/submit.ts'
import { qrData } from '../../typesetting/qr.ts'
import type { View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { toReceipt } from './between-pages.ts'
import { draftGonePage } from './draft-pages.tsx'
import { findDraft, keepsDrafts, keyAsked, newDraft, saveDraft } from './drafts.ts'
import { lookUp, publicRoute, sendPage } from './public-forms.ts'
import { receiptPage } from './receipt-page.tsx'

/** For an hour the browser that has sent a form sees its receipt: code and secret are made from the key, and kept nowhere. */
export async function receiptRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  app.get('/:organ/requests/receipt', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const sent = await sentBy(app, request, organ)
    if (!sent) return sendPage(reply, draftGonePage(view, organ), 410)
    const { key, submitted, on } = sent
    const here = { ...view, path: addresses.receipt(organ, key) }
    const qr = await qrFor(view, organ)
    return sendPage(reply, receiptPage({ view: here, organ, submitted, today: on, draftKey: key, qr }))
  })

  app.get('/:organ/requests/receipt.pdf', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const sent = await sentBy(app, request, organ)
    if (!sent) return sendPage(reply, draftGonePage(view, organ), 410)
    const { submitted, on } = sent
    const address = view.site.origin + addresses.follow(organ)
    const bytes = await receiptPdf({ organ, submitted, on, address }, { network: networkOf(request.ip) })
    const file = { name: `申请回执（${submitted.number}）.pdf`, contentType: 'application/pdf' }
    return reply.headers(downloadHeaders(file)).header('x-robots-tag', 'noindex').send(Buffer.from(bytes))
  })
}

/** What this browser has sent under the key of the address, within the hour. Refuses codes in whose place others were given out. */
async function sentBy(app: FastifyInstance, request: FastifyRequest, organ: Organ) {
  const key = keyAsked(request)
  const sent = key && (await findDraft(app, request, organ, key))?.sent
  if (!key || !sent) return undefined
  const receipt = receiptOf(key)
  const { receiptCodeHash } = receiptHashes(receipt)
  const inForce = await lookInOrgan(app.db, organ.id, (tx) => findByCode(tx, organ.id, receiptCodeHash))
  if (!inForce) throw refusals.receiptReissued()
  return { key, on: sent.on, submitted: { number: sent.number, receipt } }
}

const qrFor = (view: View, organ: Organ): Promise<string> => qrData(view.site.origin + addresses.follow(organ))

interface Taken {
  readonly organ: Organ
  readonly view: View
  readonly key: string
  readonly submitted: Submitted
}

/** Leads to the receipt, for which the draft makes room; where it cannot be found again, or not now, the receipt is the answer. */
export async function receiptFor(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  { organ, view, key, submitted }: Taken,
): Promise<FastifyReply> {
  const today = app.clock.today()
  if (keepsDrafts(request)) {
    const draft = { ...newDraft, sent: { number: submitted.number, on: today } }
    // The request is kept already, whatever becomes of its page.
    const own = await saveDraft(app, request, reply, { organ, key, draft }).catch(
      (error) => void faultOf(request, error),
    )
    if (own) return toReceipt(reply, organ, own)
  }
  return sendPage(reply, receiptPage({ view, organ, submitted, today, qr: await qrFor(view, organ) }))
}
