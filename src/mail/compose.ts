import { z } from 'zod'
import type { Tx } from '../db/database.ts'

/** What a mail tells of, by kind; the room that queued it knows the rest. */
export const MailAbout = z.looseObject({ kind: z.string() })
export type MailAbout = z.infer<typeof MailAbout>

/** A mail that waits. */
export interface WaitingMail {
  readonly to: string
  readonly about: MailAbout
}

export interface ComposedMail {
  readonly subject: string
  readonly body: string
  /** Where the address is known only now. */
  readonly to?: string
  /** Who it comes from, beside the address of the house. */
  readonly fromName?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Writes a mail from what is true now; null when there is nothing to tell any more, or not to this person. */
export type Compose = (tx: Tx, organId: number, mail: WaitingMail) => Promise<ComposedMail | null>

/** Notes, in the transaction that notes it in the outbox, that a mail has left or that its address was refused for good. */
export type MailEnded = (tx: Tx, organId: number, about: MailAbout, how: 'sent' | 'refused') => Promise<void>
