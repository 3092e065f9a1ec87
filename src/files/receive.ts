import type { FastifyRequest } from 'fastify'
import { Refusal, refusals } from '../refusal.ts'
import { collect, filePace } from './uploads/collect.ts'

/** What a route may take that reads a file: to receive it over a slow line, and to wait until it has been looked into. */
export const readingMs = filePace.longestMs + 60_000

export interface ReceivedFile {
  /** As the sender calls it; not to be believed. */
  readonly name: string
  readonly bytes: Buffer
}

/** The one file of an upload by staff. Refuses what is no upload, one that breaks off or is too slow, or one too many. */
export async function receiveFile(request: FastifyRequest): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw refusals.noUpload()
  const { uploads } = request.server
  await uploads.refuseWithoutRoom()
  try {
    const part = await request.file()
    if (!part) throw refusals.noUpload()
    const { bytes, hold } = await collect(part.file, { budget: uploads.budget, asker: 'office' })
    uploads.releaseAfter(request, hold)
    if (part.file.truncated) throw tooLarge()
    return { name: part.filename ?? '', bytes }
  } catch (error) {
    if (error instanceof Refusal || (error as { statusCode?: number }).statusCode === 413) throw error
    // The reader of forms says in English what it stumbled over; whoever sent it can only send it again.
    throw refusals.noUpload()
  }
}

/** As the framework says it of a body that is longer than its route takes. */
const tooLarge = () => Object.assign(new Error('the file is longer than the route takes'), { statusCode: 413 })
