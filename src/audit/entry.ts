/** Whoever did it; `Actor` of the rooms is one. */
export interface AuditActor {
  readonly kind: 'staff' | 'applicant' | 'system' | 'operator' | 'anonymous'
  readonly id: string | null
  /** Where the call came from; empty on the command line. */
  readonly address: string
  readonly organId: number
}

export interface AuditEntry {
  /** What it was done to: an id or a number. */
  readonly subject?: string
  readonly succeeded?: boolean
  readonly detail?: Readonly<Record<string, unknown>>
}
