import type { PlainDate } from '../days/plain-date.ts'
import type { Database } from '../db/database.ts'
import type { MailTransport } from '../mail/transport.ts'
import type { BackupWork } from './backup-work.ts'

/** What the work done by the clock needs of the server. */
export interface WorkSetting {
  readonly db: Database
  readonly dataFolder: string
  readonly today: () => PlainDate
  /** The address of the public site, to which mails link, without a slash at the end. */
  readonly origin: string
  /** Undefined without a mail server: mails wait in the queue. */
  readonly mail: MailTransport | undefined
  /** Undefined for a database that is somebody else's. */
  readonly backup: BackupWork | undefined
}
