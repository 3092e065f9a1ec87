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
  | 'notPure'

/** What a file begins like, which says how to look into it. */
export type Format = 'pdf' | 'zip' | 'text'

/** A file's kind and its words; what is none of ours has no kind. */
export type Reading = { readonly kind: Kind | null; readonly text: string } | { readonly fault: Fault }

/** A file's kind, and the mark of a state secret in its words. */
export type Verdict = { readonly kind: Kind | null; readonly mark: string | undefined } | { readonly fault: Fault }
