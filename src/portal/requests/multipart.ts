import type { FastifyRequest } from 'fastify'
import { maxFileBytes } from '../../files/accept.ts'
import { refusals } from '../../refusal.ts'
import { type Form, formIn, formOf, readUtf8 } from './form.ts'
import { mostFiles } from './limits.ts'

export interface Part {
  readonly field: string
  readonly name: string
  /** Undefined when there was more of it than may be kept. */
  readonly bytes: Buffer | undefined
}

const limits = { fileSize: maxFileBytes, files: mostFiles * 3, fields: 100, parts: 150, fieldSize: 64 * 1024 }

/**
 * Reads a form, with its files one at a time: `take` is called for each as soon as it is here, with the texts before it, so
 * that never more than one file is in memory.
 */
export async function readForm(
  request: FastifyRequest,
  take: (part: Part, before: Form) => Promise<void>,
): Promise<Form> {
  if (!request.isMultipart()) return formIn(request)
  const pairs: [string, string][] = []
  // Left undecoded, so that bytes that are not UTF-8 are seen instead of replaced.
  const parts = request.parts({ limits, defCharset: 'latin1' })
  for (;;) {
    const { value: part, done } = await soundly(parts.next())
    if (done) break
    if (part.type === 'field') {
      if (part.valueTruncated || part.fieldnameTruncated) throw refusals.formTooLarge()
      pairs.push([part.fieldname, undecoded(String(part.value))])
      continue
    }
    const bytes = await soundly(bytesOf(part.file))
    // A box for files that was left empty sends a part without name and bytes.
    if (!part.filename && bytes.length === 0) continue
    const isWhole = !part.file.truncated
    await take({ field: part.fieldname, name: part.filename, bytes: isWhole ? bytes : undefined }, formOf(pairs))
  }
  return formOf(pairs)
}

async function bytesOf(file: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of file) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A form that breaks off, or is none: its reader says in English where it stumbled. */
async function soundly<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === undefined) throw refusals.unreadableForm()
    throw error
  }
}

function undecoded(text: string): string {
  // A part that names another charset has been decoded after all.
  if (/[^\0-\xff]/.test(text)) throw refusals.unreadableForm()
  return readUtf8(Buffer.from(text, 'latin1'))
}
