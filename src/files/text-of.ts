import { wordsApart } from './inspect/apart.ts'
import type { Format } from './inspect/verdict.ts'
import { type Kind, kinds } from './kinds.ts'

const formats: Partial<Record<Kind, Format>> = { pdf: 'pdf', docx: 'zip', xlsx: 'zip', ofd: 'zip', txt: 'text' }

/** The words in a kept file, read in a process with limits; empty for pictures and for what cannot be read. */
export async function textOfFile({
  contentType,
  bytes,
}: {
  readonly contentType: string
  readonly bytes: Buffer
}): Promise<string> {
  const [, format] = Object.entries(formats).find(([kind]) => kinds[kind as Kind].contentType === contentType) ?? []
  return format ? wordsApart(format, bytes) : ''
}
