import type { FastifyRequest } from 'fastify'
import { networkOf } from '../../db/attempts.ts'
import { maxFileBytes } from '../../files/accept.ts'
import { openArrival } from '../../files/uploads/arrival.ts'
import { type Collected, collect } from '../../files/uploads/collect.ts'
import { Refusal, refusals } from '../../refusal.ts'
import { bodyLimit, type Form, formIn, formOf, readUtf8 } from './form.ts'
import { mostFiles } from './limits.ts'

export interface Part {
  readonly field: string
  readonly name: string
  /** Its bytes; undefined when there was more of it than may be kept. What nobody asks for is not kept. */
  readonly read: () => Promise<Buffer | undefined>
}

const limits = { fileSize: maxFileBytes, files: mostFiles * 3, fields: 100, parts: 150, fieldSize: bodyLimit }

/**
 * Reads a form, with its files one at a time: `take` is called for each as soon as it begins, with the texts before it, so
 * that never more than one file is in memory. What comes too slowly ends the form there: what was read of it is not lost.
 */
export async function readForm(
  request: FastifyRequest,
  take: (part: Part, before: Form) => Promise<void>,
): Promise<Form> {
  if (!request.isMultipart()) return formIn(request)
  const arrival = openArrival()
  const pairs: [string, string][] = []
  let written = 0
  // Left undecoded, so that bytes that are not UTF-8 are seen instead of replaced.
  const parts = request.parts({ limits, defCharset: 'latin1' })
  for (;;) {
    // What stands between the files, and what is read only to get past it, must keep coming as well.
    const { value: part, done } = await soundly(arrival.waitFor(parts.next(), () => request.raw.socket.bytesRead))
    if (done) break
    if (part.type === 'field') {
      if (part.valueTruncated || part.fieldnameTruncated) throw refusals.formTooLarge()
      const text = String(part.value)
      written += part.fieldname.length + text.length
      if (written > bodyLimit) throw refusals.formTooLarge()
      pairs.push([part.fieldname, undecoded(text)])
      continue
    }
    const { fieldname: field, filename: name, file } = part
    let isSlow = false
    let collected: Promise<Collected> | undefined
    const begin = () => {
      const asker = { network: networkOf(request.ip) }
      collected ??= soundly(collect(file, { budget: request.server.uploads.budget, asker, arrival }))
      return collected
    }
    const read = async () => {
      try {
        const { bytes } = await begin()
        return file.truncated ? undefined : bytes
      } catch (error) {
        isSlow = error instanceof Refusal && error.kind === 'tooSlow'
        throw error
      }
    }
    try {
      // A box for files that was left empty sends a part without name and bytes.
      if (!name && (await read())?.length === 0) continue
      await take({ field, name, read }, formOf(pairs))
    } finally {
      if (collected) await collected.then(({ hold }) => hold.release()).catch(() => {})
      else file.resume()
    }
    if (isSlow) break
  }
  return formOf(pairs)
}

/** A form that breaks off, or is none: its reader says in English where it stumbled. */
async function soundly<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refusal || (error instanceof Error && 'statusCode' in error)) throw error
    throw refusals.unreadableForm()
  }
}

function undecoded(text: string): string {
  // A part that names another charset has been decoded after all.
  if (/[^\0-\xff]/.test(text)) throw refusals.unreadableForm()
  return readUtf8(Buffer.from(text, 'latin1'))
}
