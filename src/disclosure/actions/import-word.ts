import { setImmediate } from 'node:timers/promises'
import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import { acceptFile } from '../../files/accept.ts'
import type { AcceptedFile } from '../../files/accepted-file.ts'
import { readApart, readWordApart } from '../../files/inspect/apart.ts'
import { kinds } from '../../files/kinds.ts'
import { addFile } from '../../files/store.ts'
import { mostParagraphs, type WordPage } from '../../files/word-page/word-page.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { Refusal, refusals } from '../../refusal.ts'
import { textFromHtml } from '../../text/from-html.ts'
import { isSavable } from '../../text/savable.ts'
import type { SeenFile } from '../gates/gate.ts'
import { type ImportedText, importedContent } from '../imported-text.ts'
import { whyNotSave } from '../lifecycle.ts'
import { openEdition, prepare } from '../prepare.ts'
import type { EditionKey } from '../store/editions.ts'

/** A picture that no text is saved with goes away after a day. */
const pendingHours = 24

/** A Word document that has been looked through and read, before anything is written. */
export interface ReadWord {
  readonly name: string
  readonly page: WordPage
  readonly traces: SeenFile
  readonly pictures: readonly (AcceptedFile | undefined)[]
}

/** Reads a .docx. Refuses other files, and what `acceptFile` refuses: classified marks, macros, bombs. Long; not in a transaction. */
export async function readWordFile(name: string, bytes: Uint8Array): Promise<ReadWord> {
  const file = await acceptFile(name, bytes)
  if (file.contentType !== kinds.docx.contentType) throw refusals.notAWordFile(file.name)
  const page = await readWordApart(bytes)
  if ('fault' in page) throw whyUnread[page.fault](file.name)
  const pictures = []
  for (const [index, picture] of page.pictures.entries())
    pictures.push(await acceptPicture(`正文图片${index + 1}`, picture.bytes))
  const reading = await readApart(null, bytes)
  return { name: file.name, page, traces: reading === 'failed' ? reading : reading.traces, pictures }
}

const whyUnread = {
  tooLong: (name: string) => refusals.wordFileTooLong(name, mostParagraphs),
  tooLarge: refusals.wordFileTooComplex,
  broken: refusals.unreadableWordFile,
}

/** Undefined for a form that browsers do not show, such as EMF. */
async function acceptPicture(name: string, bytes: Uint8Array): Promise<AcceptedFile | undefined> {
  try {
    const file = await acceptFile(name, bytes)
    return file.contentType.startsWith('image/') ? file : undefined
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/**
 * What the draft would be with the words of the document: offered to whoever drafts it, not saved. Its pictures are kept for
 * a day, until the text is saved with them.
 */
export async function importWord(
  tx: Tx,
  actor: Actor,
  now: Date,
  key: EditionKey,
  { name, page, traces, pictures }: ReadWord,
): Promise<ImportedText> {
  const found = await openEdition(tx, key)
  const refusal = whyNotSave(await prepare(tx, actor, now, found))
  if (refusal) throw refusal
  const ids = new Map<string, string>()
  for (const [index, picture] of pictures.entries())
    if (picture) ids.set(`picture:${index}`, (await addFile(tx, key.organId, picture, pendingHours)).id)
  const read = await textFromHtml(page.html, { fileOf: (source) => ids.get(source), pause: setImmediate })
  if (!isSavable(read.text)) throw refusals.wordFileTooComplex(name)
  const organ = await organs.get(tx, key.organId)
  const imported = importedContent(found.content, read, organ.name, { ...page, traces })
  await audit(tx, actor, 'record.wordRead', { subject: key.recordId, detail: { edition: key.edition, file: name } })
  return imported
}
