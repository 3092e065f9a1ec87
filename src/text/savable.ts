import type { Text } from './text.ts'

/** Bytes of a text with its tables and of what is said about it; files come separately. */
export const longestText = 4 * 1024 * 1024
/** Left for title, fields and attachments. */
const around = 512 * 1024
/** Objects and arrays of a body of JSON, less what stands around the text. */
const mostContainers = 245_000
const mostBlocks = 39_000

/** Whether the server takes a text for its size: each limit is one that saving it meets. */
export function isSavable(text: Text): boolean {
  const written = JSON.stringify(text)
  const containers = written.match(/[{[]/g)?.length ?? 0
  return (
    new TextEncoder().encode(written).length <= longestText - around &&
    containers <= mostContainers &&
    text.content.length <= mostBlocks
  )
}
