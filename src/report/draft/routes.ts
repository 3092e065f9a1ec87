import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yearBetween } from '../../days/typed-year.ts'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { maxFileBytes } from '../../files/accept.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { readingMs, receiveFile } from '../../files/receive.ts'
import { businessRoles } from '../../organs/role.ts'
import * as organs from '../../organs/store.ts'
import { longestText } from '../../text/savable.ts'
import { textJsonDepth } from '../../text/text.ts'
import { countingOf } from '../counting.ts'
import { cellNamed, explainCell, exportCell } from '../explain.ts'
import { filingsBehind } from '../filing/subordinates.ts'
import { openReaders } from '../read/read-apart.ts'
import { beginDraft, saveDraft, takeStep, typesetFrozen } from './actions.ts'
import { DraftContent } from './draft-event.ts'
import { openingOf } from './opening.ts'
import { showReport, showReportYears } from './show.ts'
import { stepNames } from './steps.ts'

const config = { access: { roles: businessRoles } } as const
const OfYear = z.strictObject({ year: yearBetween(2021, 2200) })
const OfCell = OfYear.extend({ row: z.string().max(60), column: z.string().max(60) })
const OfStep = OfYear.extend({ step: z.enum(stepNames) })
const Begin = z.strictObject({ reason: z.string().trim().max(300, '不超过300个字').nullable().default(null) })
const Save = z.strictObject({ draft: z.uuid('请刷新页面'), basedOn: z.int().min(1), content: DraftContent })
const Step = z.strictObject({ draft: z.uuid('请刷新页面'), seq: z.int().min(1), input: z.unknown() })
const mostListed = 1000

/** The workbench of annual reports: the year so far, its words, its signatures, its publication. */
export const reportDraftRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(openingRoutes)
  app.get('/annual-reports', { config }, async ({ actor }) =>
    lookInOrgan(app.db, actor.organId, async (tx) => ({ items: await showReportYears(tx, actor) })),
  )

  app.get('/annual-reports/:year', { config, schema: { params: OfYear } }, async ({ params, actor }) =>
    lookInOrgan(app.db, actor.organId, (tx) => showReport(tx, actor, params.year)),
  )

  app.get('/annual-reports/:year/cells/:row/:column', { config, schema: { params: OfCell } }, async (request) => {
    const { params, actor } = request
    const cell = cellNamed(`${params.row}/${params.column}`, params.year)
    return lookInOrgan(app.db, actor.organId, async (tx) => ({
      filings: await filingsBehind(
        tx,
        actor.organId,
        params.year,
        cell,
        (await countingOf(tx, actor.organId, params.year)).scope,
      ),
      ...(await explainCell(tx, await organs.get(tx, actor.organId), params.year, cell, {
        limit: mostListed,
        until: actor.today,
      })),
      most: mostListed,
    }))
  })

  app.get(
    '/annual-reports/:year/cells/:row/:column/export',
    { config, schema: { params: OfCell } },
    async (request, reply) => {
      const { params, actor } = request
      const cell = cellNamed(`${params.row}/${params.column}`, params.year)
      const file = await inOrgan(app.db, actor.organId, (tx) => exportCell(tx, actor, params.year, cell))
      return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
    },
  )

  app.post('/annual-reports/:year', { config, schema: { params: OfYear, body: Begin } }, async (request) =>
    onceInOrgan(app.db, request, async (tx) => {
      const { actor, params, body } = request
      await beginDraft(tx, actor, app.clock.now(), params.year, body.reason)
      return null
    }),
  )

  app.put(
    '/annual-reports/:year',
    {
      config: { ...config, jsonDepth: textJsonDepth },
      schema: { params: OfYear, body: Save },
      bodyLimit: longestText,
    },
    async ({ params, body, actor }) =>
      inOrgan(app.db, actor.organId, (tx) => saveDraft(tx, actor, app.clock.now(), params.year, body)),
  )

  app.post('/annual-reports/:year/steps/:step', { config, schema: { params: OfStep, body: Step } }, async (request) => {
    const { actor, params, body } = request
    const { year, step: name } = params
    // Minutes of work for the processor: before the transaction, never under its lock.
    const typeset = name === 'publish' ? await typesetFrozen(app.db, actor.organId, year, actor.today) : undefined
    return onceInOrgan(app.db, request, async (tx) => {
      const { draft, seq, input: typed } = body
      await takeStep(tx, actor, app.clock.now(), year, { name, typed, draft, seq, typeset })
      return null
    })
  })
}

/** What last year's report, made with whatever program, hands on: read here, taken over by a person. */
const openingRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: maxFileBytes + 1 } })

  app.post(
    '/annual-reports/:year/opening',
    { config, schema: { params: OfYear }, bodyLimit: maxFileBytes + 64 * 1024, handlerTimeout: readingMs },
    async (request) => {
      const { params, actor } = request
      const organ = await lookInOrgan(app.db, actor.organId, (tx) => organs.get(tx, actor.organId))
      const { name, bytes } = await receiveFile(request)
      const readers = openReaders(1)
      try {
        return { fileName: name, ...openingOf(await readers.read(bytes, name), organ.name, params.year) }
      } finally {
        readers.close()
      }
    },
  )
}
