import type { MultipartFields } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { countTry, type TryLimit } from '../db/attempts.ts'
import { Refusal, refusals } from '../refusal.ts'
import { maxFileBytes } from './accept.ts'
import { uploadPace } from './uploads/arrival.ts'
import { collect } from './uploads/collect.ts'

/** What a route may take that reads a file: to receive it over a slow line, and to wait until it has been looked into. */
export const readingMs = uploadPace.longestMs + 60_000

export interface ReceivedFile {
  /** As the sender calls it; not to be believed. */
  readonly name: string
  readonly bytes: Buffer
  /** What stood before the file in its form, where the route takes that. */
  readonly texts: Readonly<Record<string, string>>
}

/** Of one account, refused ones too: nobody works so much by hand, and each may cost seconds of processor time. */
export const staffUploads: TryLimit = { kind: 'staff upload', count: 300, withinMs: 3_600_000 }

/**
 * The one file of an upload by staff. Refuses what is no upload, one that breaks off or is too slow, one too many, and whoever
 * has sent too many within the hour; each counts before it is read.
 */
export async function receiveFile(request: FastifyRequest): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw refusals.noUpload()
  const { uploads, db, clock } = request.server
  await db.transaction().execute(async (tx) => {
    const { isOpen } = await countTry(tx, staffUploads, request.actor.id ?? '', clock.now())
    if (!isOpen) throw refusals.tooManyStaffUploads()
  })
  await uploads.refuseWithoutRoom(request, maxFileBytes)
  try {
    const part = await request.file()
    if (!part) throw refusals.noUpload()
    const { bytes, hold } = await collect(part.file, { budget: uploads.budget, asker: 'office' })
    uploads.releaseAfter(request, hold)
    if (part.file.truncated) throw tooLarge()
    return { name: part.filename ?? '', bytes, texts: textsOf(part.fields) }
  } catch (error) {
    if (error instanceof Refusal || (error instanceof Error && 'statusCode' in error && error.statusCode === 413))
      throw error
    // The reader of forms says in English what it stumbled over; whoever sent it can only send it again.
    throw refusals.noUpload()
  }
}

const textsOf = (fields: MultipartFields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string'
        ? [[name, field.value]]
        : [],
    ),
  )

/** As the framework says it of a body that is longer than its route takes. */
const tooLarge = () => Object.assign(new Error('the file is longer than the route takes'), { statusCode: 413 })
