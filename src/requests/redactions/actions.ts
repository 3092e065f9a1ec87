import { record } from '../../audit/record.ts'
import { yearMonthDay } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { lookInOrgan } from '../../db/organ.ts'
import { acceptFile } from '../../files/accept.ts'
import { findPagesApart, orRefuse } from '../../files/inspect/pages-apart.ts'
import { addFile, getFile, keepFile, type StoredFile } from '../../files/store.ts'
import type { Actor } from '../../organs/actor.ts'
import { type Passage, unnamedIn } from '../../redaction/passage.ts'
import { redactedFile } from '../../redaction/redacted-file.ts'
import type { Redaction } from '../../redaction/redaction.ts'
import { isLaidOutAnew, sourcePages } from '../../redaction/source-pages.ts'
import * as redactions from '../../redaction/store.ts'
import { withheldIndex } from '../../redaction/withheld-index.ts'
import { findFor } from '../actions/open-personal.ts'
import { listFiles } from '../store/files.ts'
import type { RedactionLine, RedactionView } from './redaction-view.ts'

/** A file that no answer gives goes away after a month; it can be made again. */
const unusedHours = 30 * 24

const keyOf = ({ organId }: Actor, requestId: string) => ({ organId, requestId })

/** A file to begin with: one of the case, or one that was just uploaded. Refuses whoever may not read the case's files. */
export async function findSource(tx: Tx, actor: Actor, requestId: string, fileId: string): Promise<StoredFile> {
  await findFor(tx, actor, requestId)
  return getFile(tx, actor.organId, fileId)
}

/** The pages in which passages are marked. Never inside a transaction. Refuses what has none. */
export async function pagesFor(source: StoredFile, actor: Actor): Promise<Uint8Array> {
  const pages = await sourcePages(source, yearMonthDay(actor.today))
  orRefuse(await findPagesApart(pages))
  return pages
}

/** Begins to withhold passages of a paper; its unredacted original is kept sealed, and belongs to no answer. */
export async function beginRedaction(
  tx: Tx,
  actor: Actor,
  requestId: string,
  { source, pages }: { readonly source: StoredFile; readonly pages: Uint8Array },
): Promise<{ id: string }> {
  const { request } = await findFor(tx, actor, requestId)
  const ofCase = await listFiles(tx, request)
  if (!ofCase.some(({ id }) => id === source.id)) await keepFile(tx, actor.organId, source.id)
  const isPdf = pages === source.bytes
  const pagesFileId = isPdf ? source.id : await keepPages(tx, actor, source.name, pages)
  const begun = await redactions.addRedaction(tx, keyOf(actor, requestId), {
    name: source.name,
    sourceFileId: source.id,
    pagesFileId,
    begunBy: actor.id,
  })
  await record(tx, actor, 'redaction.begun', { subject: requestId, detail: { file: source.id } })
  return begun
}

async function keepPages(tx: Tx, { organId }: Actor, name: string, bytes: Uint8Array): Promise<string> {
  const file = await acceptFile(`${stemOf(name)}.pdf`, bytes)
  return (await addFile(tx, organId, file, null)).id
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '') || '文件'

/** The papers of a request of which something is withheld. */
export async function showRedactions(tx: Tx, actor: Actor, requestId: string): Promise<RedactionLine[]> {
  await findFor(tx, actor, requestId)
  return (await redactions.listRedactions(tx, keyOf(actor, requestId))).map(lineOf)
}

const lineOf = ({ id, name, passages, result }: Redaction): RedactionLine => ({
  id,
  name,
  passages: passages.length,
  unnamed: unnamedIn(passages).length,
  parts: withheldIndex(passages),
  result: result && { ...result, name: resultName(name) },
})

const resultName = (name: string): string => `${stemOf(name)}（隐去后）.pdf`

export interface OpenRedaction {
  readonly redaction: Redaction
  /** Its pages; the bytes are for programs, never for the person. */
  readonly pages: StoredFile
  readonly source: Pick<StoredFile, 'contentType'>
}

/** One with its pages, for whoever may read the files of the case. */
export async function openRedaction(tx: Tx, actor: Actor, requestId: string, id: string): Promise<OpenRedaction> {
  await findFor(tx, actor, requestId)
  const redaction = await redactions.getRedaction(tx, keyOf(actor, requestId), id)
  const pages = await getFile(tx, actor.organId, redaction.pagesFileId)
  const isOwn = redaction.pagesFileId === redaction.sourceFileId
  return { redaction, pages, source: isOwn ? pages : await getFile(tx, actor.organId, redaction.sourceFileId) }
}

/** As the page shows it. Never inside a transaction. */
export async function viewOf({ redaction, pages, source }: OpenRedaction): Promise<RedactionView> {
  const found = orRefuse(await findPagesApart(pages.bytes))
  return {
    ...lineOf(redaction),
    version: redaction.version,
    marked: redaction.passages,
    sizes: found.sizes,
    isLaidOutAnew: isLaidOutAnew(source.contentType),
  }
}

/** Saves what is marked so far. Refuses where it was marked otherwise since. */
export async function markPassages(
  tx: Tx,
  actor: Actor,
  requestId: string,
  id: string,
  marked: { readonly version: number; readonly passages: readonly Passage[] },
): Promise<{ version: number }> {
  await findFor(tx, actor, requestId)
  await redactions.getRedaction(tx, keyOf(actor, requestId), id)
  return { version: await redactions.savePassages(tx, keyOf(actor, requestId), id, marked) }
}

/** The file without its passages, made and looked into before any transaction. */
export async function makeRedacted(db: Database, actor: Actor, requestId: string, id: string) {
  const { redaction, pages } = await lookInOrgan(db, actor.organId, (tx) => openRedaction(tx, actor, requestId, id))
  const title = resultName(redaction.name)
  const bytes = await redactedFile(pages.bytes, redaction.passages, { title, day: yearMonthDay(actor.today) })
  return { file: await acceptFile(title, bytes), version: redaction.version }
}

/** Keeps it for an answer to give. Refuses where passages have changed meanwhile. */
export async function keepRedacted(
  tx: Tx,
  actor: Actor,
  requestId: string,
  id: string,
  { file, version }: Awaited<ReturnType<typeof makeRedacted>>,
): Promise<{ fileId: string }> {
  const { id: fileId } = await addFile(tx, actor.organId, file, unusedHours)
  await redactions.saveResult(tx, keyOf(actor, requestId), id, { fileId, version })
  await record(tx, actor, 'redaction.made', { subject: requestId, detail: { file: fileId } })
  return { fileId }
}
