import { createHmac } from 'node:crypto'
import { keys } from '../db/keys.ts'

/** An entry as it is hashed: `at` to the microsecond and `detail` as PostgreSQL prints it, which is one way for one value. */
export interface ChainedEntry {
  readonly organId: number
  readonly seq: number
  readonly at: string
  readonly actorKind: string
  readonly actorId: string
  readonly address: string
  readonly action: string
  readonly subject: string
  readonly succeeded: boolean
  readonly detail: string
  /** The rows that the act changed; entries from before the journal, and acts without rows, have none. */
  readonly sealed: SealedRows | null
}

export interface SealedRows {
  readonly act: string
  readonly count: number
  readonly digest: Buffer
}

export interface Head {
  readonly organId: number
  readonly seq: number
  readonly hash: Buffer
}

/** What stands before the first entry. */
export const genesis = Buffer.alloc(32)

/** HMAC-SM3 with the audit key, so that whoever owns the database cannot compute a chain of their own. */
const keyed = (purpose: string, previous: Buffer, text: string): Buffer =>
  createHmac('sm3', keys().audit)
    .update(Buffer.concat([Buffer.from(`${purpose}\n`), previous, Buffer.from(text)]))
    .digest()

/** The entry's link: over the link before it and every column, in a fixed order. */
export const hashEntry = (previous: Buffer, entry: ChainedEntry): Buffer => {
  const { organId, seq, at, actorKind, actorId, address, action, subject, succeeded, detail, sealed } = entry
  const fields = [organId, seq, at, actorKind, actorId, address, action, subject, succeeded, detail]
  const rows = sealed ? [sealed.act, sealed.count, sealed.digest.toString('hex')] : []
  return keyed('entry', previous, JSON.stringify([...fields, ...rows]))
}

/** Says that this entry is the last one. Without the key nobody can make an earlier entry the last. */
export const sealHead = ({ organId, seq, hash }: Head): Buffer => keyed('head', hash, JSON.stringify([organId, seq]))

/** Says that the program itself made the journal and found this organ's rows there. */
export const sealAdoption = (organId: number): Buffer => keyed('adopt', genesis, JSON.stringify([organId]))

/** Chains the lines of the anchor file. */
export const sealAnchor = (previous: Buffer, text: string): Buffer => keyed('anchor', previous, text)
