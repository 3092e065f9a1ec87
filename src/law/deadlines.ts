import type { PlainDate } from '../days/plain-date.ts'
import type { Deadline } from './deadline.ts'
import { inForceOn } from './in-force.ts'
import { publicationDeadlines } from './publication-deadlines.ts'
import { remedyDeadlines } from './remedy-deadlines.ts'
import { requestDeadlines } from './request-deadlines.ts'

/** Every time limit the system watches. A change of law adds an entry with its commencement. */
export const deadlines = [...requestDeadlines, ...publicationDeadlines, ...remedyDeadlines] as const

export type DeadlineId = (typeof deadlines)[number]['id']

/** The limit as it stood on `day`, the day of its trigger; undefined when the law did not know it yet. */
export const findDeadline = (id: DeadlineId, day: PlainDate): Deadline | undefined =>
  deadlines.find((deadline: Deadline) => deadline.id === id && inForceOn(deadline, day))
