import type { FastifyRequest } from 'fastify'
import { Refusal, refusals } from '../refusal.ts'

/** What a route may take that reads a file: to receive it over a slow line, and as long as the thread for files is allowed. */
export const readingMs = 50_000

export interface ReceivedFile {
  /** As the sender calls it; not to be believed. */
  readonly name: string
  readonly bytes: Buffer
}

/** The one file of an upload. Refuses what is no upload, or an upload that breaks off. */
export async function receiveFile(request: FastifyRequest): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw refusals.noUpload()
  try {
    const part = await request.file()
    if (!part) throw refusals.noUpload()
    return { name: part.filename ?? '', bytes: await part.toBuffer() }
  } catch (error) {
    if (error instanceof Refusal || (error as { statusCode?: number }).statusCode === 413) throw error
    // The reader of forms says in English what it stumbled over; whoever sent it can only send it again.
    throw refusals.noUpload()
  }
}
