import type { PlainDate } from '../days/plain-date.ts'
import type { Database } from '../db/database.ts'
import type { Job } from './jobs.ts'

/** Work by the clock that a room does for one organ after another; `app` joins what the rooms declare. */
export interface OrganJob extends Omit<Job, 'run'> {
  /** Under which its runs are noted: what is known of it goes with another name. */
  readonly name: string
  /** True for what fell due while no server ran and cannot wait for its hour. */
  readonly atStart?: boolean
  /** `today` is the office's day. As any job, it must bear being run twice. */
  readonly run: (db: Database, organId: number, today: PlainDate) => Promise<unknown>
}
