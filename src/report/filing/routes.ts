import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { yearBetween } from '../../days/typed-year.ts'
import { fileMark, onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { acceptFile, maxFileBytes } from '../../files/accept.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { PageNumber, pictureHeaders, WantedWidth } from '../../files/pages/page-request.ts'
import { readingMs, receiveFile } from '../../files/receive.ts'
import type { Actor } from '../../organs/actor.ts'
import { businessRoles } from '../../organs/role.ts'
import * as organs from '../../organs/store.ts'
import { cellNamed } from '../explain.ts'
import { openReaders } from '../read/read-apart.ts'
import { takeFilerStep, takeOfficeStep } from './actions.ts'
import { collect } from './collected.ts'
import { exportParts, exportSum, sumForms } from './export.ts'
import { ChangedFiler, FilerId, NewFiler } from './filer.ts'
import type { filerInputs } from './filing-event.ts'
import { addFiler, changeFiler } from './keep-filers.ts'
import { getOriginal, pagesOfOriginal, pictureOfOriginal } from './original.ts'
import { receiveReport } from './receive.ts'
import { remindEach } from './reminders.ts'
import { findCase, showFiling, showFilings, showOwnFiling } from './show.ts'
import { officeStepNames } from './steps.ts'
import * as accepted from './store/accepted.ts'
import * as filers from './store/filers.ts'

const config = { access: { roles: businessRoles } } as const
const Year = yearBetween(2021, 2200)
const OfYear = z.strictObject({ year: Year })
const OfFiler = OfYear.extend({ filer: FilerId })
const OfPage = OfFiler.extend({ page: PageNumber })
const OfOwnStep = OfYear.extend({ step: z.enum(['file', 'withdraw'] satisfies (keyof typeof filerInputs)[]) })
const OfStep = OfFiler.extend({ step: z.enum(officeStepNames) })
const OfCell = OfYear.extend({ row: z.string().max(60), column: z.string().max(60) })
const OfForm = OfYear.extend({ form: z.enum(sumForms) })
const Wanted = z.strictObject({ year: Year.optional() })
/** When the original reached the office; today where it is not said. */
const Arrived = z.strictObject({ arrivedOn: PlainDate.optional() })
const Step = z.strictObject({ seq: z.int().min(0), input: z.unknown() })
const Reminders = z.strictObject({ filers: z.array(FilerId).min(1, '请选择要催报的机关').max(1000) })

/** Filing with the office above, and what an office receives from the organs below. */
export const filingRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(receivingRoutes)
  await app.register(collectedRoutes)

  app.get('/annual-reports/:year/filing', { config, schema: { params: OfYear } }, async ({ params, actor }) =>
    lookInOrgan(app.db, actor.organId, async (tx) => ({ filing: await showOwnFiling(tx, actor, params.year) })),
  )

  app.post(
    '/annual-reports/:year/filing/:step',
    { config, schema: { params: OfOwnStep, body: Step } },
    async (request) =>
      onceInOrgan(app.db, request, async (tx) => {
        const { actor, params, body } = request
        await takeFilerStep(tx, actor, app.clock.now(), params.year, {
          name: params.step,
          typed: body.input,
          seq: body.seq,
        })
        return null
      }),
  )

  app.get('/filings', { config, schema: { querystring: Wanted } }, async ({ query, actor }) =>
    lookInOrgan(app.db, actor.organId, (tx) => showFilings(tx, actor, query.year)),
  )

  app.get('/filings/cases/:id', { config, schema: { params: z.strictObject({ id: z.uuid() }) } }, async (request) =>
    lookInOrgan(app.db, request.actor.organId, (tx) => findCase(tx, request.actor.organId, request.params.id)),
  )

  app.get('/filings/:year/:filer', { config, schema: { params: OfFiler } }, async ({ params, actor }) =>
    lookInOrgan(app.db, actor.organId, (tx) => showFiling(tx, actor, params.year, params.filer)),
  )

  app.post('/filings/:year/:filer/steps/:step', { config, schema: { params: OfStep, body: Step } }, async (request) =>
    onceInOrgan(app.db, request, async (tx) => {
      const { actor, params, body } = request
      const { step: name, ...of } = params
      await takeOfficeStep(tx, actor, app.clock.now(), of, { name, typed: body.input, seq: body.seq })
      return null
    }),
  )

  app.post('/filings/:year/reminders', { config, schema: { params: OfYear, body: Reminders } }, async (request) => {
    const { actor, params, body } = request
    return { reminded: await remindEach(app.db, actor, app.clock.now(), params.year, [...new Set(body.filers)]) }
  })

  app.post('/filers', { config, schema: { body: NewFiler } }, async (request) =>
    onceInOrgan(app.db, request, (tx) => addFiler(tx, request.actor, request.body)),
  )

  app.put(
    '/filers/:id',
    { config, schema: { params: z.strictObject({ id: z.uuid('没有这个报送机关') }), body: ChangedFiler } },
    async ({ params, body, actor }, reply) => {
      await inOrgan(app.db, actor.organId, (tx) => changeFiler(tx, actor, params.id, body))
      return reply.code(204).send()
    },
  )
}

/** The reports of organs without an office here: read by our reader, compared by a person, kept as they came. */
const receivingRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: maxFileBytes + 1 } })

  app.post(
    '/filings/:year/:filer/received',
    {
      config,
      schema: { params: OfFiler, querystring: Arrived },
      bodyLimit: maxFileBytes + 64 * 1024,
      handlerTimeout: readingMs,
    },
    async (request) => {
      const { params, actor } = request
      const { arrivedOn = actor.today } = request.query
      await lookInOrgan(app.db, actor.organId, (tx) => filers.getFiler(tx, actor.organId, params.year, params.filer))
      const { name, bytes } = await receiveFile(request)
      const readers = openReaders(1)
      try {
        // Reading and looking into the file take long: before the transaction, never under its lock.
        const read = await readers.readWithLines(bytes, name)
        const file = await acceptFile(asKept(name), bytes)
        return await onceInOrgan(
          app.db,
          request,
          async (tx) => {
            await receiveReport(tx, actor, app.clock.now(), params, { file, arrivedOn, ...read })
            return null
          },
          await fileMark({ name, bytes }),
        )
      } finally {
        readers.close()
      }
    },
  )

  app.get('/filings/:year/:filer/original', { config, schema: { params: OfFiler } }, async (request, reply) => {
    const { params, actor } = request
    const { file } = await originalOf(app, actor, params)
    return reply.headers(downloadHeaders(file)).send(file.bytes)
  })

  app.get('/filings/:year/:filer/original/pages', { config, schema: { params: OfFiler } }, async ({ params, actor }) =>
    pagesOfOriginal(await originalOf(app, actor, params)),
  )

  app.get(
    '/filings/:year/:filer/original/pages/:page',
    { config, schema: { params: OfPage, querystring: WantedWidth } },
    async ({ params, query, actor }, reply) => {
      const { page, ...of } = params
      const { png, unknownFonts } = await pictureOfOriginal(await originalOf(app, actor, of), page - 1, query.width)
      return reply.headers(pictureHeaders(unknownFonts)).send(Buffer.from(png))
    },
  )
}

const originalOf = ({ db }: FastifyInstance, { organId }: Actor, of: z.infer<typeof OfFiler>) =>
  lookInOrgan(db, organId, (tx) => getOriginal(tx, organId, of.year, of.filer))

/** A page of the web is kept as a text: nobody opens it as a page. */
const asKept = (name: string): string => (/\.(?:html?|json)$/i.test(name) ? `${name}.txt` : name)

/** What was accepted, added up. */
const collectedRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/filings/:year/sum', { config, schema: { params: OfYear } }, async ({ params, actor }) =>
    lookInOrgan(app.db, actor.organId, async (tx) => collect(tx, await organs.get(tx, actor.organId), params.year)),
  )

  app.get('/filings/:year/sum/:row/:column', { config, schema: { params: OfCell } }, async ({ params, actor }) => {
    const cell = cellNamed(`${params.row}/${params.column}`, params.year)
    return lookInOrgan(app.db, actor.organId, async (tx) => ({
      items: await accepted.listParts(tx, actor.organId, params.year, cell),
    }))
  })

  app.get('/filings/:year/sum.:form', { config, schema: { params: OfForm } }, async ({ params, actor }, reply) => {
    const file = await exportSum(app.db, actor, params.year, params.form)
    return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
  })

  app.get('/filings/:year/organs.xlsx', { config, schema: { params: OfYear } }, async ({ params, actor }, reply) => {
    const file = await inOrgan(app.db, actor.organId, (tx) => exportParts(tx, actor, params.year))
    return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
  })
}
