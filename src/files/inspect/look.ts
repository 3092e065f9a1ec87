import { fileTypeFromBuffer } from 'file-type'
import { findMark } from '../classified-mark.ts'
import { isImage, isKind, type Kind } from '../kinds.ts'
import { maxText } from '../traces/traces.ts'
import { inspectContainer } from './container.ts'
import { plainText } from './plain-text.ts'
import { isPurePicture } from './pure-picture.ts'
import type { Fault, Format, Reading, Verdict } from './verdict.ts'

/** Looks into a file, which is told apart by its content. Runs in a process for files, except for a short text. */
export async function look(data: Buffer): Promise<Verdict> {
  const format = await formatOf(data)
  if (typeof format === 'object') return 'fault' in format ? format : { kind: format.kind, mark: undefined }
  const reading = await read(format, data)
  return 'fault' in reading ? reading : { kind: reading.kind, mark: findMark(reading.text) }
}

/** How to look into it; or its kind, where there is nothing to look into. */
async function formatOf(data: Buffer): Promise<Format | { readonly kind: Kind | null } | { readonly fault: Fault }> {
  if (['PK\x03\x04', 'PK\x05\x06'].some((mark) => data.subarray(0, 4).equals(Buffer.from(mark, 'latin1')))) return 'zip'
  const type = await fileTypeFromBuffer(data).catch(() => undefined)
  if (!type) return 'text'
  if (type.ext === 'pdf') return 'pdf'
  if (!isKind(type.ext)) return { kind: null }
  return isImage(type.ext) && !isPurePicture(type.ext, data) ? { fault: 'notPure' } : { kind: type.ext }
}

/** The words of a file, up to `maxText` characters; none where it cannot be read. */
export async function wordsIn(format: Format, data: Buffer): Promise<string> {
  const reading = await read(format, data)
  if ('fault' in reading) return ''
  const text = reading.text.slice(0, maxText)
  return reading.kind === 'pdf' || reading.kind === 'ofd' ? joinLines(text) : text
}

/** A line that a page breaks off goes on in the next one. */
const joinLines = (text: string): string =>
  text.replace(/([\p{Script=Han}，、])[ \t]*\n[ \t]*(?=\p{Script=Han})/gu, '$1')

async function read(format: Format, data: Buffer): Promise<Reading> {
  if (format === 'zip') return inspectContainer(data)
  if (format === 'pdf') return (await import('./pdf.ts')).inspectPdf(data)
  const text = plainText(data)
  return { kind: text === undefined ? null : 'txt', text: text ?? '' }
}
