import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { PlainDate } from '../days/plain-date.ts'
import type { Database, Tx } from '../db/database.ts'
import { lookInto } from '../db/organ.ts'
import { Organ } from '../organs/organ.ts'
import type { Platform } from './disclosure/platform.ts'
import type { Answer } from './pages.ts'
import type { PageMatter, Portal } from './portal.ts'
import { type ProblemText, problemPage, wayHome } from './problem-page.tsx'

export const publicRoute = { config: { access: 'public' }, schema: { hide: true } } as const

/** What a page of an organ is made with. */
export interface OrganMatter extends PageMatter {
  readonly organ: Organ
  readonly platform: Platform
  readonly today: PlainDate
  readonly organOf: (id: number) => Organ | undefined
}

/** The organ's slug and the canonical path of the page, with its query. */
interface Asked {
  readonly slug: string
  readonly path: string
}

/** When the matter last changed, for whoever plans when to ask again; whether the page is the same, its ETag tells: a withdrawal makes it older. */
export const lastModified = (at: Date): Record<string, string> => ({ 'last-modified': at.toUTCString() })

type WriteWithin = (tx: Tx, matter: OrganMatter) => Promise<Answer>

export const html = (body: string, status = 200, more: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...more },
  body,
})

export const leadTo = (location: string): Answer => ({ status: 302, headers: { location }, body: '' })

/** A page that says what is missing and how to go on; never a bare status. 410 for what was there once. */
export const missing = (
  { view }: Pick<PageMatter, 'view'>,
  problem: Omit<ProblemText, 'offersSearch'>,
  status: 404 | 410 = 404,
): Answer => html(problemPage(view, { ...problem, offersSearch: true }), status)

const Params = z.record(z.string(), z.string())

/** A part of the address, as the route names it; empty where it has none of that name. */
export const paramOf = ({ params }: FastifyRequest, name: string): string => Params.parse(params)[name] ?? ''

/** The slug of the address; undefined where it cannot be one. */
export const slugOf = (request: FastifyRequest): string | undefined =>
  Organ.shape.slug.safeParse(paramOf(request, 'organ')).data

/** How pages of an organ are served: from memory, or with what is known of the organ and one look at the database. */
export function serving(app: FastifyInstance, portal: Portal) {
  const { platformOf } = portal

  const matterOf = async (request: FastifyRequest, path: string, slug: string): Promise<OrganMatter | Answer> => {
    const matter = await portal.lookUp(request, path, slug)
    const { organ, organs } = matter
    if (!organ) return unknownOrgan(matter, slug)
    const platform = await platformOf(organ)
    const organOf = (id: number) => organs.find((each) => each.id === id)
    return { ...matter, organ, platform, organOf, today: app.clock.today() }
  }

  /** A page of an organ that takes one statement. It shows nothing of another one but who that is. */
  const pageOf = (
    request: FastifyRequest,
    reply: FastifyReply,
    { slug, path }: Asked,
    write: (db: Database, matter: OrganMatter) => Promise<Answer>,
  ) =>
    portal.pages.serveOne(request, reply, path, async (db) => {
      const matter = await matterOf(request, path, slug)
      return 'body' in matter ? matter : { ...(await write(db, matter)), organId: matter.organ.id }
    })

  const within =
    (request: FastifyRequest, { slug, path }: Asked, write: WriteWithin) =>
    async (tx: Tx) => {
      const matter = await matterOf(request, path, slug)
      if ('body' in matter) return matter
      await lookInto(tx, matter.organ.id)
      return { ...(await write(tx, matter)), organId: matter.organ.id }
    }

  /** The same for one that reads what only the organ itself sees, in one snapshot. */
  const pageWithin = (request: FastifyRequest, reply: FastifyReply, asked: Asked, write: WriteWithin) =>
    portal.pages.serve(request, reply, asked.path, within(request, asked, write))

  /** The same, written anew for each reader: what anybody types would drive out the pages that are read. */
  const pageForOne = async (request: FastifyRequest, reply: FastifyReply, asked: Asked, write: WriteWithin) => {
    const answer = await app.db
      .transaction()
      .setAccessMode('read only')
      .execute(within(request, asked, write))
    return reply
      .code(answer.status ?? 200)
      .headers(answer.headers)
      .header('cache-control', 'no-store')
      .send(answer.body)
  }

  return { pageOf, pageWithin, pageForOne, platformOf }
}

const unknownOrgan = (matter: PageMatter, slug: string): Answer =>
  missing(matter, {
    title: '没有找到这个机关',
    message: `本网站没有网址为“/${slug}/”的机关。可能是网址写错了，也可能是该机关的信息不在本网站公开。`,
    ways: [{ text: '核对网址有没有写错或写全' }, wayHome],
  })
