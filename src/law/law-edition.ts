import type { Confidence, InForce } from './in-force.ts'

/** A law between two of its revisions, with the articles that the code cites. A revision is a new edition. */
export interface LawEdition extends InForce {
  readonly law: string
  readonly name: string
  readonly number: string | null
  /** How sure we are of the edition's number and commencement, and of the wording behind the statements. */
  readonly confidence: Confidence
  readonly articles: Readonly<Record<string, string>>
}
