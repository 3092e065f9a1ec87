import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { chineseDate, officeDay } from '../../days/plain-date.ts'
import { networkOf } from '../../db/attempts.ts'
import type { Database, Tx } from '../../db/database.ts'
import { hiddenWith, replacedWith, type ToldEdition, toldEditions } from '../../disclosure/public-history.ts'
import { findPublic, listPublicEditions, type PublicRecord } from '../../disclosure/store/public.ts'
import { listNamed, listRepealedBy } from '../../disclosure/store/replaced.ts'
import { contentDisposition, typeWithCharset } from '../../files/disposition.ts'
import { getFile } from '../../files/store.ts'
import { refusals } from '../../refusal.ts'
import { picturesOf } from '../../text/plain.ts'
import { qrData } from '../../typesetting/qr.ts'
import type { Answer } from '../pages.ts'
import type { Portal } from '../portal.ts'
import { html, lastModified, missing, type OrganMatter, paramOf, publicRoute, serving, slugOf } from '../serving.ts'
import { addresses } from '../site.ts'
import { historyPage } from './history-page.tsx'
import { recordCopy } from './record-copy.ts'
import { type RecordForm, recordForms } from './record-download.ts'
import { recordPage } from './record-page.tsx'
import { tombstonePage } from './tombstone-page.tsx'

const RecordNumber = z.string().regex(/^\d{4}-\d{5,9}$/)
/** `2026-00017`, or `2026-00017.pdf` for a file. */
const Document = z
  .string()
  .regex(/^\d{4}-\d{5,9}(?:\.(?:pdf|docx))?$/)
  .transform((text) => {
    const [number = '', form] = text.split('.')
    return { number, form: recordForms.find((each) => each === form) }
  })

/** A record, its files, its history; what was withdrawn says so, what never was helps on. */
export async function recordRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  textRoute(app, portal)
  historyRoute(app, portal)
  fileRoute(app, portal)
}

function textRoute(app: FastifyInstance, portal: Portal): void {
  const { pageOf, pageWithin } = serving(app, portal)
  app.get('/:organ/records/:document', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    const document = Document.safeParse(paramOf(request, 'document'))
    if (!slug || !document.success) return reply.callNotFound()
    const { number, form } = document.data
    const path = addresses.record({ slug }, number)
    if (form)
      return pageOf(request, reply, { slug, path: `${path}.${form}` }, async (db, matter) => {
        const asker = { network: networkOf(request.ip) }
        // A text that changes under its typesetting is asked for again; it does not change at every turn.
        for (let turn = 0; turn < 3; turn += 1) {
          const record = await findPublic(db, matter.organ.id, number)
          if (!record || record.withdrawnAt) return noText(db, matter, number, record)
          const bytes = await recordCopy(db, { ...matter, record, origin: portal.origin }, form, asker)
          if (bytes) return download(matter, record, form, bytes)
        }
        throw refusals.typesettingBusy()
      })
    return pageWithin(request, reply, { slug, path }, async (tx, matter) => {
      const record = await findPublic(tx, matter.organ.id, number)
      if (!record || record.withdrawnAt) return noText(tx, matter, number, record)
      const named = await listNamed(tx, matter.organ, record.recordId, repealWords(record))
      const repeals = await listRepealedBy(tx, matter.organ, record)
      const qr = await qrData(portal.origin + path)
      return html(recordPage({ ...matter, record, named, repeals, qr }), 200, lastModified(record.changedAt))
    })
  })
}

function historyRoute(app: FastifyInstance, portal: Portal): void {
  const { pageWithin } = serving(app, portal)
  app.get('/:organ/records/:number/history', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    const number = RecordNumber.safeParse(paramOf(request, 'number'))
    if (!slug || !number.success) return reply.callNotFound()
    const path = addresses.recordHistory({ slug }, number.data)
    return pageWithin(request, reply, { slug, path }, async (tx, matter) => {
      const record = await findPublic(tx, matter.organ.id, number.data)
      if (!record || record.withdrawnAt) return noText(tx, matter, number.data, record)
      const editions = await listPublicEditions(tx, matter.organ.id, record.recordId)
      return html(historyPage({ ...matter, record, editions: toldEditions(editions) }))
    })
  })
}

function fileRoute(app: FastifyInstance, portal: Portal): void {
  const { pageWithin } = serving(app, portal)
  app.get('/:organ/records/:number/files/:file', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    const params = z.object({ number: RecordNumber, file: z.uuid() }).safeParse(request.params)
    if (!slug || !params.success) return reply.callNotFound()
    const { number, file } = params.data
    const path = addresses.recordFile({ slug }, number, file)
    return pageWithin(request, reply, { slug, path }, async (tx, matter) => {
      const record = await findPublic(tx, matter.organ.id, number)
      if (!record || record.withdrawnAt) return noText(tx, matter, number, record)
      const { content } = record
      const isPicture = picturesOf(content.text).some(({ fileId }) => fileId === file)
      if (!isPicture && !content.attachments.some(({ fileId }) => fileId === file)) {
        const editions = await listPublicEditions(tx, matter.organ.id, record.recordId)
        const hidden = hiddenWith(editions, file)
        if (hidden) return hiddenFile(matter, record, hidden)
        const replaced = replacedWith(editions, file)
        return replaced ? replacedFile(matter, record, replaced) : noFile(matter, record)
      }
      const { name, contentType, bytes } = await getFile(tx, matter.organ.id, file)
      const isShown = isPicture && contentType.startsWith('image/')
      return {
        headers: {
          'content-type': typeWithCharset({ contentType, bytes }),
          'content-disposition': isShown ? 'inline' : contentDisposition(name),
          'content-security-policy': "default-src 'none'; sandbox",
          ...lastModified(record.changedAt),
        },
        body: bytes,
      }
    })
  })
}

const repealWords = ({ repealedBy, repealReason }: PublicRecord): string => [repealedBy, repealReason].join(' ')

function download(matter: OrganMatter, record: PublicRecord, form: RecordForm, bytes: Buffer): Answer {
  const name = `${record.title.replace(/[\\/:*?"<>|\n]/g, ' ').slice(0, 80)}.${form}`
  const contentType =
    form === 'pdf' ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return {
    headers: {
      'content-type': contentType,
      'content-disposition': contentDisposition(name, `${matter.organ.slug}-${record.number}.${form}`),
      ...lastModified(record.changedAt),
    },
    body: bytes,
  }
}

/** 410 for what was withdrawn, 404 for what never was. */
async function noText(
  db: Database | Tx,
  matter: OrganMatter,
  number: string,
  record: PublicRecord | undefined,
): Promise<Answer> {
  const { organ } = matter
  if (record?.withdrawnAt) {
    const { act } = record.content
    const reason = act.kind === 'withdraw' ? act.reason : ''
    const named = await listNamed(db, organ, record.recordId, reason)
    return html(tombstonePage({ ...matter, record, withdrawnAt: record.withdrawnAt, reason, named }), 410)
  }
  return missing(matter, {
    title: '没有这条信息',
    message: `${organ.name}没有公开过编号为${number}的信息。可能是网址写错了，请核对；也可以搜索标题、文号，或者从公开栏目查找。`,
    ways: [
      { text: `${organ.name}的公开栏目`, path: addresses.organ(organ) },
      { text: '最近公开的信息', path: addresses.records(organ) },
      { text: `向${organ.ogiWorkBody || organ.name}询问，联系方式见页面下方` },
    ],
  })
}

const noFile = (matter: OrganMatter, record: PublicRecord): Answer =>
  missing(matter, {
    title: '没有这个文件',
    message: '这条信息没有公开过这个附件或者图片。可能是网址写错了，请从这条信息的网页下载。',
    ways: [{ text: record.title, path: addresses.record(matter.organ, record.number) }],
  })

/** A file that a later edition no longer has: when it went, and where to read what changed. */
function replacedFile(matter: OrganMatter, record: PublicRecord, { publishedAt }: ToldEdition): Answer {
  const { organ } = matter
  const problem = {
    title: '这个文件已经替换或者去掉',
    message: `这个文件曾经是这条信息的附件或者图片，${organ.name}于${chineseDate(officeDay(publishedAt))}变动这条信息时替换或者去掉了它。`,
    ways: [
      { text: `阅读现在的《${record.title}》`, path: addresses.record(organ, record.number) },
      { text: '查看公开过的各版', path: addresses.recordHistory(organ, record.number) },
    ],
  }
  return missing(matter, problem, 410)
}

/** A file of a text that a correction has hidden: that it stood there, when and why it went. */
function hiddenFile(matter: OrganMatter, record: PublicRecord, hidden: { publishedAt: Date; reason: string }): Answer {
  const { organ } = matter
  const day = chineseDate(officeDay(hidden.publishedAt))
  const problem = {
    title: '这个文件已经隐去',
    message: `这个文件属于更正前的原文。${organ.name}于${day}更正时隐去了原文，文件不再公开。理由：${hidden.reason}`,
    ways: [{ text: `阅读更正后的《${record.title}》`, path: addresses.record(organ, record.number) }],
  }
  return missing(matter, problem, 410)
}
