import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { chineseDate } from '../../days/plain-date.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import type { PublishedTitle } from '../../ledgers/published-titles.ts'
import type { Organ } from '../../organs/organ.ts'
import { refusals } from '../../refusal.ts'
import { listPublished } from '../../report/store/published.ts'
import { titleOf } from '../../report/write/printed.ts'
import { content } from '../../requests/applicant/submission.ts'
import { noteUse } from '../../requests/store/suggestions.ts'
import { suggestPublished } from '../../requests/suggest.ts'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { detailsPage } from './details-page.tsx'
import type { Filled } from './fields.tsx'
import { formIn, oneEach } from './form.ts'
import { formRoute, lookUp, publicRoute, sendPage } from './public-forms.ts'
import { type Suggestion, suggestionsPage, thanksPage } from './suggestions-page.tsx'
import { wishPage } from './wish-page.tsx'

const Key = z.uuid()

/** The key of the form; refuses a form without one. */
export function keyOf(text: string | undefined): string {
  const key = Key.safeParse(text)
  if (!key.success) throw refusals.formWithoutKey()
  return key.data.toLowerCase()
}

/** From the wish to the form: what is public already is shown before anything is asked. */
export async function askRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  app.post('/:organ/requests/new', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const texts = oneEach(formIn(request), ['content'])
    const form = checkWish(texts)
    if (form.problems.size > 0) return sendPage(reply, wishPage(view, organ, form), 422)
    const key = randomUUID()
    const suggestions = await suggestionsFor(organ, texts.content)
    if (suggestions.length > 0)
      return sendPage(reply, suggestionsPage({ view, organ, key, content: texts.content, suggestions }))
    return sendPage(reply, detailsPage({ view, organ, key, form, kept: [] }))
  })

  app.post('/:organ/requests/new/details', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const { key, ...texts } = oneEach(formIn(request), ['key', 'content'])
    await note(organ, keyOf(key), false)
    return sendPage(reply, detailsPage({ view, organ, key: keyOf(key), form: checkWish(texts), kept: [] }))
  })

  app.post('/:organ/requests/new/helped', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const { key } = oneEach(formIn(request), ['key', 'content'])
    await note(organ, keyOf(key), true)
    return sendPage(reply, thanksPage(view, organ))
  })

  // Whoever reloads one of these by its address begins again.
  for (const path of ['/new/details', '/new/helped', '/submit'])
    app.get(`/:organ/requests${path}`, publicRoute, async (request, reply) => {
      const { organ } = await lookUp(portal, request, addresses.ask)
      return reply.redirect(addresses.ask(organ), 303)
    })

  const suggestionsFor = (organ: Organ, wish: string): Promise<Suggestion[]> =>
    lookInOrgan(app.db, organ.id, async (tx) => {
      const published = await suggestPublished(tx, organ, wish, app.clock.today())
      return [...reportsFor(organ, wish, await listPublished(tx, organ.id)), ...published.map(asSuggestion)]
    })

  /** Once for each form: going back and choosing otherwise does not count again. */
  const note = (organ: Organ, id: string, helped: boolean) =>
    inOrgan(app.db, organ.id, (tx) => noteUse(tx, { organId: organ.id, id, shownOn: app.clock.today(), helped }))
}

/** The wish as typed, with what is wrong with it; most people have a resident's card. */
function checkWish({ content: typed }: Readonly<Record<'content', string>>): Filled {
  const { data, error } = content.safeParse(typed)
  const message = error?.issues[0]?.message ?? (data === '' ? '请写明您需要的政府信息' : undefined)
  const texts = { content: typed, identityKind: 'residentId' }
  return { texts, problems: new Map(message ? [['content', message]] : []) }
}

const openable = /^(?:https?:\/\/|\/(?!\/))/

function asSuggestion({ title, url, documentNumber, channel, publishedOn, isRepealed }: PublishedTitle): Suggestion {
  const document = documentNumber && `${documentNumber}，${isRepealed ? '已废止或者失效' : '现行有效'}`
  return {
    title,
    url: openable.test(url) ? url : '',
    about: document || (url ? channel : `${channel}，请在该渠道查阅`),
    publishedOn: chineseDate(publishedOn),
  }
}

type Published = Awaited<ReturnType<typeof listPublished>>

/** A wish that speaks of the annual report is shown the years it names, or else the latest. */
function reportsFor(organ: Organ, wish: string, published: Published): Suggestion[] {
  if (!/年报|年度报告|公开工作报告/.test(wish)) return []
  const named = published.filter(({ year }) => wish.includes(String(year)))
  return (named.length > 0 ? named : published.slice(0, 1)).slice(0, 3).map(({ year, publishedOn }) => ({
    title: titleOf({ title: null, organ: organ.name, year }),
    url: addresses.report(organ, year),
    about: '政府信息公开工作年度报告',
    publishedOn: chineseDate(publishedOn),
  }))
}
