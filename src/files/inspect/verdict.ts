import type { Kind } from '../kinds.ts'

/** What was found wrong inside a file; the words for people are in `refusals`. */
export type Fault =
  | 'tooLarge'
  | 'locked'
  | 'broken'
  | 'path'
  | 'macro'
  | 'outsideLink'
  | 'embedded'
  | 'nested'
  | 'doctype'

export type Verdict = { readonly kind: Kind | null; readonly text: string } | { readonly fault: Fault }
