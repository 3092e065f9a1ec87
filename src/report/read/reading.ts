import type { Finding } from '../finding.ts'
import type { AnnualReport } from '../report.ts'

/** What was read of a report and what stood in the way. `readable` is false when it is no annual report that can be read. */
export interface Reading {
  readonly report: AnnualReport
  readonly findings: Finding[]
  readonly readable: boolean
}

/** A source that cannot be read, with the reason for people. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

const emptyReport = (): AnnualReport => ({
  title: null,
  organ: null,
  year: null,
  format: null,
  proactive: {},
  requests: {},
  remedies: {},
  sections: [],
})

export const unreadable = (message: string): Reading => ({
  report: emptyReport(),
  findings: [{ code: 'UNREADABLE', severity: 'error', message }],
  readable: false,
})
