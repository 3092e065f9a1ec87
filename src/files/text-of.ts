import { inspectApart } from './inspect/apart.ts'
import { type Kind, kinds } from './kinds.ts'

const textual: readonly Kind[] = ['pdf', 'docx', 'xlsx', 'ofd', 'txt']

/** The words in a kept file, read in a thread with limits; empty for pictures and for what cannot be read. */
export async function textOfFile({
  contentType,
  bytes,
}: {
  readonly contentType: string
  readonly bytes: Buffer
}): Promise<string> {
  const kind = textual.find((each) => kinds[each].contentType === contentType)
  if (!kind) return ''
  if (kind === 'txt') return decode(bytes)
  const verdict = await inspectApart(kind === 'pdf' ? 'pdf' : 'zip', bytes)
  if ('fault' in verdict) return ''
  return kind === 'pdf' || kind === 'ofd' ? joinLines(verdict.text) : verdict.text
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** A line that a page breaks off goes on in the next one. */
const joinLines = (text: string): string =>
  text.replace(/([\p{Script=Han}，、])[ \t]*\n[ \t]*(?=\p{Script=Han})/gu, '$1')
