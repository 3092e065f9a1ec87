import type { FastifyInstance, FastifyRequest } from 'fastify'
import { record } from '../../audit/record.ts'
import { countTry, forgiveTry, networkOf } from '../../db/attempts.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Organ } from '../../organs/organ.ts'
import { refusals } from '../../refusal.ts'
import { findByReceipt } from '../../requests/follow.ts'
import { type Receipt, readCode } from '../../requests/receipt.ts'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { followPage } from './follow-page.tsx'
import { endedCookie, followedCookie } from './followed.ts'
import { formIn, oneEach } from './form.ts'
import { limits } from './limits.ts'
import { applicantActor, formRoute, lookUp, refuseForeignPage, sendPage } from './public-forms.ts'

const wrong = '查询码或者查询口令不对，请核对后重试。一小时内错五次，要过一小时再试。'

/** Code and secret open a request; five wrong tries an hour shut the address, and the code. */
export async function followRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  app.post('/:organ/requests/follow', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.follow)
    const texts = oneEach(formIn(request), ['code', 'secret'])
    const receipt = { code: readCode(texts.code.slice(0, 100)), secret: readCode(texts.secret.slice(0, 100)) }
    const problems = new Map<string, string>()
    if (!receipt.code) problems.set('code', '请填写查询码')
    if (!receipt.secret) problems.set('secret', '请填写查询口令')
    // The secret is typed anew; the code stays.
    const form = { texts: { code: texts.code }, problems }
    if (problems.size > 0) return sendPage(reply, followPage(view, organ, form), 422)

    const found = await open(request, organ, receipt)
    if (found === 'shut') return sendPage(reply, followPage(view, organ, form, refusals.tooManyFollowed().message), 429)
    if (found === undefined) return sendPage(reply, followPage(view, organ, form, wrong), 404)
    reply
      .header('set-cookie', followedCookie(request, organ, found, app.clock.now()))
      .header('cache-control', 'no-store')
    return reply.redirect(addresses.followedCase(organ), 303)
  })

  app.post('/:organ/requests/follow/case/leave', formRoute, async (request, reply) => {
    refuseForeignPage(request)
    const { organ } = await lookUp(portal, request, addresses.follow)
    oneEach(formIn(request), [])
    reply.header('set-cookie', endedCookie(request, organ)).header('cache-control', 'no-store')
    return reply.redirect(addresses.follow(organ), 303)
  })

  /** Tries are counted before they are made, and the right one is taken back: many at once are many. */
  const open = (request: FastifyRequest, organ: Organ, receipt: Receipt): Promise<string | 'shut' | undefined> =>
    inOrgan(app.db, organ.id, async (tx) => {
      const now = app.clock.now()
      const keys = [
        { limit: limits.followedFrom, key: networkOf(request.ip) },
        { limit: limits.followedCode, key: `${organ.id} ${receipt.code}` },
      ]
      let isOpen = true
      for (const { limit, key } of keys) isOpen = (await countTry(tx, limit, key, now)).isOpen && isOpen
      if (!isOpen) return 'shut'
      const actor = applicantActor(app, request, organ.id)
      const id = await findByReceipt(tx, organ.id, receipt)
      if (id) for (const { limit, key } of keys) await forgiveTry(tx, limit, key)
      await record(tx, actor, 'request.followed', { subject: id ?? '', succeeded: id !== undefined })
      return id
    })
}
