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
  findings: [{ code: 'UNREADABLE', severity: 'error', about: 'reading', message }],
  readable: false,
})

/** Whose figures are whose cannot be said for certain in a file of several reports: none is taken. */
export const severalReports = (): Reading => ({
  report: emptyReport(),
  findings: [
    {
      code: 'SEVERAL_REPORTS',
      severity: 'error',
      about: 'reading',
      message: '文件里有不止一个机关或不止一个年度的报告，没有读取任何数字，请拆成每份一个文件后再提交',
    },
  ],
  readable: true,
})
