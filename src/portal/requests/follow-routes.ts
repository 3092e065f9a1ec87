import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { record } from '../../audit/record.ts'
import { countTry, networkOf } from '../../db/attempts.ts'
import type { Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { openTurns } from '../../db/turns.ts'
import type { Organ } from '../../organs/organ.ts'
import { refusals } from '../../refusal.ts'
import { findByReceipt } from '../../requests/follow.ts'
import { type Receipt, readCode } from '../../requests/receipt.ts'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { isTurn, turned } from './between-pages.ts'
import { followPage } from './follow-page.tsx'
import { endedCookie, followedCookie, leaveFollowed } from './followed.ts'
import { formIn, oneEach } from './form.ts'
import { limits } from './limits.ts'
import { applicantActor, formRoute, lookUp, sendPage } from './public-forms.ts'

const wrong = '查询码或者查询口令不对，请核对后重试。'

/**
 * Code and secret open a request, always: whoever has both is never kept out by those who guess. These wait a second from the sixth
 * time in an hour on, and have 120 bits before them, or 40 where they know the code.
 */
export async function followRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  app.post('/:organ/requests/follow', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.follow)
    const { to, ...texts } = oneEach(formIn(request), ['code', 'secret', 'to'])
    // Nothing was asked yet: both stay as they are typed.
    if (isTurn(to)) {
      const typed = { texts, problems: new Map<string, string>() }
      return sendPage(reply, followPage(turned(request, reply, view, to), organ, typed))
    }
    const receipt = { code: readCode(texts.code.slice(0, 100)), secret: readCode(texts.secret.slice(0, 100)) }
    const problems = new Map<string, string>()
    if (!receipt.code) problems.set('code', '请填写查询码')
    if (!receipt.secret) problems.set('secret', '请填写查询口令')
    // The secret is typed anew; the code stays.
    const form = { texts: { code: texts.code }, problems }
    if (problems.size > 0) return sendPage(reply, followPage(view, organ, form), 422)

    const found = await open(request, organ, receipt)
    if (found === 'too often')
      return sendPage(reply, followPage(view, organ, form, refusals.tooManyFollowed().message), 429)
    if (found === undefined) return sendPage(reply, followPage(view, organ, form, wrong), 404)
    reply
      .header('set-cookie', followedCookie(request, organ, { id: found, receipt }, app.clock.now()))
      .header('cache-control', 'no-store')
    return reply.redirect(addresses.followedCase(organ), 303)
  })

  app.post('/:organ/requests/follow/case/leave', formRoute, async (request, reply) => {
    const { organ } = await lookUp(portal, request, addresses.follow)
    oneEach(formIn(request), [])
    await leaveFollowed(app.db, request, app.clock.now())
    reply.header('set-cookie', endedCookie(request, organ)).header('cache-control', 'no-store')
    return reply.redirect(addresses.follow(organ), 303)
  })

  const open = async (
    request: FastifyRequest,
    organ: Organ,
    receipt: Receipt,
  ): Promise<string | 'too often' | undefined> => {
    const look = async (tx: Tx) => {
      const id = await findByReceipt(tx, organ.id, receipt)
      const actor = applicantActor(app, request, organ.id)
      await record(tx, actor, 'request.followed', { subject: id ?? '', succeeded: id !== undefined })
      return id ?? (await countWrong(tx, request, `${organ.id} ${receipt.code}`))
    }
    const found = await looking.enter(networkOf(request.ip), (inTurn) => inTurn(() => inOrgan(app.db, organ.id, look)))
    if (found === 'too often') await setTimeout(waitMs)
    return found
  }

  const countWrong = async (tx: Tx, request: FastifyRequest, code: string): Promise<'too often' | undefined> => {
    const now = app.clock.now()
    const from = await countTry(tx, limits.followedFrom, networkOf(request.ip), now)
    const ofCode = await countTry(tx, limits.followedCode, code, now)
    return from.isOpen && ofCode.isOpen ? undefined : 'too often'
  }
}

const waitMs = 1_000
/** However many guess at once, those of other networks have their turn, and the office has connections left. */
const looking = openTurns({ atOnce: 3, ofOne: 2, waiting: Number.POSITIVE_INFINITY })
