/** A backup that was restored for trial: how it went. */
export interface Proof {
  readonly id: string
  readonly startedAt: string
  readonly endedAt: string | null
  /** Null while it runs. */
  readonly isProved: boolean | null
  readonly step: string
  readonly problem: string | null
  readonly untilAt: string | null
  readonly bytes: number | null
  readonly organs: number | null
  readonly rowCount: number | null
  readonly fileCount: number | null
}

export interface ArchiverFigures {
  readonly lastArchivedAt: string | null
  readonly failedAt: string | null
  readonly failures: number
  /** The last try failed. */
  readonly isFailing: boolean
}
