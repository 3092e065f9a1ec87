import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { hasWaitedOut, wasInTheWay } from '../../db/away.ts'
import { inOrgan } from '../../db/organ.ts'
import { isPassing } from '../../http/problems.ts'
import type { Organ } from '../../organs/organ.ts'
import { noteUse } from '../../requests/store/suggestions.ts'
import { displayCookie, withOtherContrast, withOtherSize } from '../display.ts'
import type { View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { checkForm } from './check-form.ts'
import { detailsPage } from './details-page.tsx'
import { clearedPage, draftGonePage } from './draft-pages.tsx'
import type { Detour } from './draft-parts.tsx'
import { type Draft, endDrafts, findDraft, keyAsked, keyOf, newDraft, saveDraft } from './drafts.ts'
import { formIn, oneEach } from './form.ts'
import { formRoute, lookUp, publicRoute, sendPage } from './public-forms.ts'
import { columnsNamed, suggestionsFor } from './suggestions.ts'
import { suggestionsPage, thanksPage } from './suggestions-page.tsx'
import { forgetWaiting, keptUnder } from './uploads.ts'
import { checkWish } from './wish.ts'
import { wishPage } from './wish-page.tsx'

/** `?wanted=` what somebody has looked for and not found. */
const Wanted = z.object({ wanted: z.string() }).partial().catch({})

interface Kept {
  readonly organ: Organ
  readonly view: View
  readonly key: string
  readonly draft: Draft
}

/**
 * From the wish to the form: what is public already is shown before anything is asked. Each step is a page of its own address; what
 * is sent is kept as a draft before the next one, so that Back, reload and a pause lose nothing.
 */
export async function askRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  wishRoutes(app, portal)
  suggestionRoutes(app, portal)
  detailsRoute(app, portal)
  clearRoutes(app, portal)
}

function wishRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/:organ/requests/new', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const key = keyAsked(request)
    if (key) {
      const kept = await keptDraft(app, portal, request, reply)
      return kept && sendPage(reply, wishPage({ view, organ, key, form: checkWish(kept.draft.texts.content ?? '') }))
    }
    const { wanted } = Wanted.parse(request.query)
    if (wanted)
      return sendPage(reply, wishPage({ view, organ, form: { texts: { content: wanted }, problems: new Map() } }))
    return portal.pages.serve(request, reply, addresses.ask(organ), async () => ({
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: wishPage({ view, organ, form: { texts: {}, problems: new Map() } }),
      organId: organ.id,
    }))
  })

  app.post('/:organ/requests/new', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const { key: typed, content, to } = oneEach(formIn(request), ['key', 'content', 'to'])
    const key = typed === '' ? randomUUID() : keyOf(typed)
    try {
      const draft = (await findDraft(app, request, organ, key)) ?? newDraft
      const changed = { ...draft, texts: { ...draft.texts, content }, sent: null }
      const own = await saveDraft(app, request, reply, { organ, key, draft: changed })
      if (to !== '') return goOn(request, reply, { organ, view, key: own, to, from: '' })
      return toPage(reply, organ, checkWish(content).problems.size > 0 ? '' : '/suggestions', own)
    } catch (error) {
      if (!isPassing(error) && !hasWaitedOut(error) && !wasInTheWay(error)) throw error
      return sendPage(reply, wishPage({ view, organ, key, form: checkWish(content), notice: busy }), 503)
    }
  })
}

const busy = '系统正忙，还不能进入下一步。您填写的内容都在下面，请过一两分钟再点“下一步”。'

function suggestionRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/:organ/requests/new/suggestions', publicRoute, async (request, reply) => {
    const kept = await keptDraft(app, portal, request, reply)
    if (!kept) return reply
    const { organ, view, key, draft } = kept
    const { content = '' } = draft.texts
    const published = await suggestionsFor(app.db, organ, content, app.clock.today())
    const suggestions = [...columnsNamed(await portal.platformOf(organ), organ, content), ...published]
    if (suggestions.length === 0) return toPage(reply, organ, '/details', key)
    return sendPage(reply, suggestionsPage({ view, organ, key, content, suggestions }))
  })

  app.post('/:organ/requests/new/details', formRoute, async (request, reply) => {
    const { organ } = await lookUp(portal, request, addresses.ask)
    const { key } = oneEach(formIn(request), ['key', 'content'])
    await note(organ, keyOf(key), false)
    return toPage(reply, organ, '/details', keyOf(key))
  })

  app.post('/:organ/requests/new/helped', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const { key } = oneEach(formIn(request), ['key', 'content'])
    await note(organ, keyOf(key), true)
    await endDrafts(app, request, reply, { organ, key: keyOf(key) })
    return sendPage(reply, thanksPage(view, organ))
  })

  /** Once for each form: going back and choosing otherwise does not count again. */
  const note = (organ: Organ, id: string, helped: boolean) =>
    inOrgan(app.db, organ.id, (tx) => noteUse(tx, { organId: organ.id, id, shownOn: app.clock.today(), helped }))
}

function detailsRoute(app: FastifyInstance, portal: Portal): void {
  app.get('/:organ/requests/new/details', publicRoute, async (request, reply) => {
    const found = await keptDraft(app, portal, request, reply)
    if (!found) return reply
    const { organ, view, key, draft } = found
    const { kept, problems } = await keptUnder(app, organ, key, draft.kept)
    // Most people have a resident's card.
    const texts = { identityKind: 'residentId', ...draft.texts }
    const missing = new Map([...problems, ...Object.entries(draft.problems)])
    const checked = checkForm({ texts: draft.texts, kept, problems: missing }, app.clock.today())
    const wrong = draft.isChecked && 'problems' in checked ? checked.problems : missing
    const form = { texts, problems: wrong }
    return sendPage(reply, detailsPage({ view, organ, key, form, kept, notice: draft.notice }))
  })

  // Whoever reloads this by its address begins again.
  app.get('/:organ/requests/submit', publicRoute, async (request, reply) => {
    const { organ } = await lookUp(portal, request, addresses.ask)
    return reply.redirect(addresses.ask(organ), 303)
  })
}

function clearRoutes(app: FastifyInstance, portal: Portal): void {
  app.post('/:organ/requests/new/clear', formRoute, async (request, reply) => {
    const { organ } = await lookUp(portal, request, addresses.ask)
    const key = keyOf(oneEach(formIn(request), ['key']).key)
    const draft = await findDraft(app, request, organ, key)
    if (draft) await forgetWaiting(app, organ, key, draft.kept)
    await endDrafts(app, request, reply, { organ, key })
    return reply.header('cache-control', 'no-store').redirect(`${addresses.ask(organ)}/cleared`, 303)
  })

  app.get('/:organ/requests/new/cleared', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    return sendPage(reply, clearedPage(view, organ))
  })
}

/** The draft of the address; where there is none to fill in, the answer has been given. */
async function keptDraft(
  app: FastifyInstance,
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Kept | undefined> {
  const { organ, view } = await lookUp(portal, request, addresses.ask)
  const key = keyAsked(request)
  if (!key) {
    reply.redirect(addresses.ask(organ), 303)
    return undefined
  }
  const draft = await findDraft(app, request, organ, key)
  if (draft?.sent) reply.header('cache-control', 'no-store').redirect(addresses.receipt(organ, key), 303)
  else if (!draft) sendPage(reply, draftGonePage(view, organ), 410)
  return draft && !draft.sent ? { organ, view, key, draft } : undefined
}

/** To a page of the form, which is read by GET. */
export const toPage = (
  reply: FastifyReply,
  organ: Organ,
  step: '' | '/suggestions' | '/details',
  key: string,
): FastifyReply => reply.header('cache-control', 'no-store').redirect(`${addresses.ask(organ)}${step}?key=${key}`, 303)

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
  const turned: Partial<Record<Detour, typeof view.display>> = {
    size: withOtherSize(view.display),
    contrast: withOtherContrast(view.display),
  }
  const display = to === 'size' || to === 'contrast' ? turned[to] : undefined
  if (display) reply.header('set-cookie', displayCookie(display, request.protocol === 'https'))
  return toPage(reply, organ, display ? from : '', key)
}
