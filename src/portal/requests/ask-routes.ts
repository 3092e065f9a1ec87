import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { newId } from '../../db/new-id.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Organ } from '../../organs/organ.ts'
import { noteUse } from '../../requests/store/suggestions.ts'
import type { View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { goOn, goTo, toPage, toReceipt, turned, unlessPassing } from './between-pages.ts'
import { checkForm } from './check-form.ts'
import { detailsPage } from './details-page.tsx'
import { clearedPage, draftGonePage } from './draft-pages.tsx'
import {
  browserFor,
  type Draft,
  endDraft,
  findDraft,
  isPastWaiting,
  keepsDrafts,
  keyAsked,
  keyOf,
  newDraft,
  saveDraft,
} from './drafts.ts'
import { formIn, oneEach } from './form.ts'
import { waitingHours } from './limits.ts'
import { formRoute, lookUp, publicRoute, sendPage } from './public-forms.ts'
import { columnsNamed, suggestionsFor } from './suggestions.ts'
import { suggestionsPage, thanksPage } from './suggestions-page.tsx'
import { forgetWaiting, keptUnder } from './uploads.ts'
import { asTyped, checkWish } from './wish.ts'
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
    const { wanted = '' } = Wanted.parse(request.query)
    if (!key) return toFirstPage(request, reply, organ, wanted)
    const draft = await findDraft(app, request, organ, key)
    if (draft?.sent) return toReceipt(reply, organ, key)
    const content = draft ? (draft.texts.content ?? '') : wanted
    const form = draft?.problems.content === undefined ? asTyped(content) : checkWish(content)
    const isGone = draft === undefined && isPastWaiting(key, app.clock.now())
    const notice = isGone ? gone : undefined
    return sendPage(reply, wishPage({ view, organ, key, form, isKept: draft !== undefined, ...(notice && { notice }) }))
  })

  app.post('/:organ/requests/new', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const { key: typed, content, to } = oneEach(formIn(request), ['key', 'content', 'to'])
    const key = typed === '' ? randomUUID() : keyOf(typed)
    try {
      if (!keepsDrafts(request)) return await nextAtOnce(app, portal, request, reply, { organ, view, key, content, to })
      const draft = (await findDraft(app, request, organ, key)) ?? newDraft
      const { problems: wrong } = checkWish(content)
      const { content: _, ...ofFiles } = draft.problems
      const problems = to === '' ? { ...ofFiles, ...Object.fromEntries(wrong) } : draft.problems
      const changed = { ...draft, texts: { ...draft.texts, content }, problems, sent: null }
      const own = await saveDraft(app, request, reply, { organ, key, draft: changed })
      if (to !== '') return goOn(request, reply, { organ, view, key: own, to, from: '' })
      return toPage(reply, organ, wrong.size > 0 ? '' : '/suggestions', own)
    } catch (error) {
      unlessPassing(error)
      return sendPage(reply, wishPage({ view, organ, key, form: asTyped(content), notice: busy }), 503)
    }
  })
}

const gone = `这张表打开已经超过${waitingHours}小时。之前填写的内容在本网站只暂存${waitingHours}小时，现在已经删除；已经提交的申请不受影响，凭查询码可以查询。没有提交的，请在下面重新填写。`

/** The first page has its key from the start: Back to it finds what was typed, and 下一步 goes on with the same form. */
function toFirstPage(request: FastifyRequest, reply: FastifyReply, organ: Organ, wanted: string): FastifyReply {
  browserFor(request, reply, organ)
  const query = new URLSearchParams({ key: newId() })
  if (wanted !== '') query.set('wanted', wanted)
  return reply.header('cache-control', 'no-store').redirect(`${addresses.ask(organ)}?${query}`, 303)
}

interface Wish extends Omit<Kept, 'draft'> {
  readonly content: string
}

/** Whose browser refuses cookies finds no draft again: the next page is the answer, and holds what was typed. */
async function nextAtOnce(
  app: FastifyInstance,
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  { to, ...wish }: Wish & { readonly to: string },
): Promise<FastifyReply> {
  const { organ, key, content } = wish
  const view = turned(request, reply, wish.view, to)
  if (to !== '') return sendPage(reply, wishPage({ view, organ, key, form: asTyped(content) }))
  const form = checkWish(content)
  if (form.problems.size > 0) return sendPage(reply, wishPage({ view, organ, key, form }), 422)
  const suggestions = await suggestionsAbout(app, portal, organ, content)
  if (suggestions.length === 0) return detailsAtOnce(reply, wish)
  return sendPage(reply, suggestionsPage({ view, organ, key, content, suggestions }))
}

function detailsAtOnce(reply: FastifyReply, { organ, view, key, content }: Wish): FastifyReply {
  const form = { texts: withUsualIdentity({ content }), problems: new Map() }
  return sendPage(reply, detailsPage({ view, organ, key, form, kept: [] }))
}

/** Most people have a resident's card. */
const withUsualIdentity = (texts: Draft['texts']): Draft['texts'] => ({ identityKind: 'residentId', ...texts })

const suggestionsAbout = async (app: FastifyInstance, portal: Portal, organ: Organ, content: string) => [
  ...columnsNamed(await portal.platformOf(organ), organ, content),
  ...(await suggestionsFor(app.db, organ, content, app.clock.today())),
]

const busy = '系统正忙，还不能进入下一步。您填写的内容都在下面，请过一两分钟再点“下一步”。'

function suggestionRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/:organ/requests/new/suggestions', publicRoute, async (request, reply) => {
    const kept = await keptDraft(app, portal, request, reply)
    if (!kept) return reply
    const { organ, view, key, draft } = kept
    const { content = '' } = draft.texts
    const suggestions = await suggestionsAbout(app, portal, organ, content)
    if (suggestions.length === 0) return toPage(reply, organ, '/details', key)
    return sendPage(reply, suggestionsPage({ view, organ, key, content, suggestions }))
  })

  app.post('/:organ/requests/new/details', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const { key: typed, content } = oneEach(formIn(request), ['key', 'content'])
    const key = keyOf(typed)
    if (!keepsDrafts(request)) return detailsAtOnce(reply, { organ, view, key, content })
    if (await findDraft(app, request, organ, key)) await note(organ, key, false)
    // The draft had to make room; the page still held what was typed.
    else if (content !== '')
      await saveDraft(app, request, reply, { organ, key, draft: { ...newDraft, texts: { content } } })
    return toPage(reply, organ, '/details', key)
  })

  app.post('/:organ/requests/new/helped', formRoute, async (request, reply) => {
    const { organ } = await lookUp(portal, request, addresses.ask)
    const key = keyOf(oneEach(formIn(request), ['key', 'content']).key)
    const draft = await findDraft(app, request, organ, key)
    if (draft?.sent) return toReceipt(reply, organ, key)
    if (draft) {
      await note(organ, key, true)
      await forget(app, request, { organ, key, draft })
    }
    return goTo(reply, `${addresses.ask(organ)}/helped`)
  })

  app.get('/:organ/requests/new/helped', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
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
    const texts = withUsualIdentity(draft.texts)
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
    if (draft) await forget(app, request, { organ, key, draft })
    return reply.header('cache-control', 'no-store').redirect(`${addresses.ask(organ)}/cleared`, 303)
  })

  app.get('/:organ/requests/new/cleared', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    return sendPage(reply, clearedPage(view, organ))
  })
}

/** Removes one form, with its files or its receipt; what else this browser has begun stays. */
async function forget(app: FastifyInstance, request: FastifyRequest, { organ, key, draft }: Omit<Kept, 'view'>) {
  await forgetWaiting(app, organ, key, draft.kept)
  await endDraft(app, request, { organ, key })
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
  if (draft?.sent) toReceipt(reply, organ, key)
  else if (!draft) sendPage(reply, draftGonePage(view, organ), 410)
  return draft && !draft.sent ? { organ, view, key, draft } : undefined
}
