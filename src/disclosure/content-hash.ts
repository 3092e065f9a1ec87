import { canonicalHash } from '../steps/canonical.ts'
import type { Content } from './content.ts'

/** SHA-256, in hex, of the whole revision: text, metadata, attachments and what the edition does. A signature binds to it. */
export const contentHash = (content: Content): string => canonicalHash(content)
