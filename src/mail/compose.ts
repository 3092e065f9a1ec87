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
}

/** Writes a mail from what is true now; null when there is nothing to tell any more, or not to this person. */
export type Compose = (tx: Tx, organId: number, mail: WaitingMail) => Promise<ComposedMail | null>
