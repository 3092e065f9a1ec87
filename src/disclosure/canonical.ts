import { createHash } from 'node:crypto'
import type { Content } from './content.ts'

/** One writing for one content: keys in order, absent things left out. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  const known = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]))
}

/** SHA-256, in hex, of the whole revision: text, metadata, attachments and what the edition does. A signature binds to it. */
export const contentHash = (content: Content): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(content)))
    .digest('hex')
