import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fileMark, onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { contentDisposition } from '../../files/disposition.ts'
import { safeName } from '../../files/name.ts'
import { readingMs, receiveFile } from '../../files/receive.ts'
import { businessRoles } from '../../organs/role.ts'
import { refusals } from '../../refusal.ts'
import { writeWorkbook } from '../../workbooks/workbook.ts'
import { RowLedgerId, rowKeepers } from '../rows/row-ledger.ts'
import { HowToRead } from './import-view.ts'
import { importedLedgers } from './imported-ledgers.ts'
import { listImports } from './store.ts'
import { previewImport, readImport, takeIn } from './take-in.ts'
import { undoImport } from './undo.ts'

const config = { access: { roles: businessRoles } } as const
const importing = { access: { roles: rowKeepers } } as const
const undoing = { access: { roles: ['unitHead', 'ogiHead'] } } as const
const Id = z.strictObject({ id: z.uuid('没有这次导入') })
const Undo = z.strictObject({
  reason: z.string().trim().min(1, '请写明撤销的理由').max(500, '理由不超过500个字'),
})
/** One register, or all of them in one workbook. */
const Wanted = z.strictObject({ ledger: RowLedgerId.optional() })
const mostBytes = 16 * 1024 * 1024
const mostText = 256 * 1024

/** 台账导入: looking at what a file would do, taking it in, what was imported, and taking an import back. */
export const importRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, {
    limits: { files: 1, fields: 1, parts: 2, fieldSize: mostText, fileSize: mostBytes },
  })
  const upload = { config: importing, bodyLimit: mostBytes + mostText + 64 * 1024, handlerTimeout: readingMs }

  app.get('/ledgers/imports', { config }, async ({ actor }) => ({
    items: await lookInOrgan(app.db, actor.organId, (tx) => listImports(tx, actor.organId)),
  }))

  app.get('/ledgers/imports/template', { config, schema: { querystring: Wanted } }, async ({ query }, reply) => {
    const wanted = importedLedgers
      .all()
      .flatMap(({ ledger }) => ((query.ledger ?? ledger.id) === ledger.id ? [ledger] : []))
    const [first] = wanted
    const name = query.ledger && first ? `${first.sheet}台账模板.xlsx` : '政府信息公开台账模板.xlsx'
    const contents = wanted.map((ledger) => ({ ledger, rows: [] }))
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', contentDisposition(name))
      .send(Buffer.from(await writeWorkbook(contents, { isTemplate: true })))
  })

  app.post('/ledgers/imports/preview', upload, async (request) => {
    const { source, how } = await receiveImport(request)
    const { actor } = request
    const read = await readImport(app.db, actor, source, how)
    return inOrgan(app.db, actor.organId, (tx) => previewImport(tx, actor, source, read))
  })

  app.post('/ledgers/imports', upload, async (request) => {
    const { source, how } = await receiveImport(request)
    const { actor } = request
    const read = await readImport(app.db, actor, source, how)
    const what = { file: await fileMark(source), how }
    return onceInOrgan(app.db, request, (tx) => takeIn(tx, actor, source, read), what)
  })

  app.post('/ledgers/imports/:id/undo', { config: undoing, schema: { params: Id, body: Undo } }, async (request) =>
    onceInOrgan(app.db, request, (tx) => undoImport(tx, request.actor, request.params.id, request.body.reason)),
  )
}

/** A file, and before it in the form how it is to be read. */
async function receiveImport(request: FastifyRequest) {
  const { name, bytes, texts } = await receiveFile(request)
  const how = HowToRead.safeParse(readJson(texts.how ?? '{}'))
  if (!how.success) throw refusals.badHowToRead()
  return { how: how.data, source: { name: safeName(name), bytes, reason: how.data.reason } }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
