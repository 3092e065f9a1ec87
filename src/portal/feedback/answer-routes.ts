import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { lookInOrgan } from '../../db/organ.ts'
import { readByCode } from '../../feedback/actions/submit.ts'
import type { Organ } from '../../organs/organ.ts'
import { readCode } from '../../requests/receipt.ts'
import type { View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { isTurn, showAt, turned } from '../requests/between-pages.ts'
import { browserFor, findDraft, keyAsked, newDraft } from '../requests/drafts.ts'
import { formIn, oneEach } from '../requests/form.ts'
import { formRoute, lookUp, publicRoute, sendPage } from '../requests/public-forms.ts'
import { addresses } from '../site.ts'
import { answerPage, askCodePage } from './answer-page.tsx'

/** The answer under a code. The code waits as a draft does, so that the page is read by GET and its address opens nothing elsewhere. */
export function answerRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/:organ/feedback/answer', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.feedbackAnswer)
    const key = keyAsked(request)
    const typed = key && (await findDraft(app, request, organ, key))?.texts.code
    browserFor(request, reply, organ)
    if (typed === undefined || key === undefined)
      return sendPage(reply, askCodePage(view, organ, { texts: {}, problems: new Map() }))
    const here = { ...view, path: addresses.feedbackAnswer(organ, key) }
    const { page, status } = await answerTo(here, organ, typed, true)
    return sendPage(reply, page, status)
  })

  app.post('/:organ/feedback/answer', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, (organ) => addresses.feedbackAnswer(organ))
    const { to, code: typed } = oneEach(formIn(request), ['code', 'to'])
    const code = typed.slice(0, 100)
    if (isTurn(to)) {
      const form = { texts: { code }, problems: new Map<string, string>() }
      return sendPage(reply, askCodePage(turned(request, reply, view, to), organ, form))
    }
    const { sent, page, status } = await answerTo(view, organ, code, false)
    const at = (key: string) => addresses.feedbackAnswer(organ, key)
    const draft = { ...newDraft, texts: { code }, sent }
    return showAt(app, request, reply, { organ, key: randomUUID(), draft, at, page, status })
  })

  /** `isAtHome`: the page has an address of its own. */
  const answerTo = async (view: View, organ: Organ, typed: string, isAtHome: boolean) => {
    const code = readCode(typed)
    const found = code && (await lookInOrgan(app.db, organ.id, (tx) => readByCode(tx, organ.id, code)))
    if (found) {
      const { number, arrivedOn: on } = found.feedback
      return { page: answerPage({ view, organ, ...found, isAtHome }), status: 200, sent: { number, on } }
    }
    const problem = code ? '没有这个查询码，请与提交时给出的核对' : '请填写查询码'
    const form = { texts: { code: typed }, problems: new Map([['code', problem]]) }
    return { page: askCodePage(view, organ, form), status: code ? 404 : 422, sent: null }
  }
}
