import type { AuditCheck } from '../../audit/check.ts'
import type { DeepCheck } from '../../audit/deep.ts'
import type { BackupState } from '../../backup/state.ts'
import type { MovedDay } from '../../calendar/notices/moved-day.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { HolidayNotice } from '../../law/holiday-notices.ts'
import type { FirstStepView } from '../../organs/first-steps/first-step.ts'
import type { Office } from '../../organs/offices/office.ts'
import type { Organ } from '../../organs/organ.ts'
import type { Role } from '../../organs/role.ts'
import type { NewCertificate, SealView } from '../../organs/seal/seal-view.ts'
import type { Colleague, StaffMember } from '../../organs/staff/staff.ts'
import type { WorkUnit } from '../../organs/units/unit.ts'
import { call, get, post, put, query } from '../api.ts'
import type { TypedLevel } from '../review/typed-levels.ts'

/** A colleague; those who administer accounts see how the account stands as well. */
export type ListedStaff = Colleague &
  Partial<Omit<StaffMember, 'lastSeenAt'>> & {
    readonly lastSeenAt?: string | null
    readonly lockedUntil?: string | null
  }

export type SettingValue = string | number | boolean | null | readonly TypedLevel[]

export interface SettingView {
  readonly id: string
  readonly question: string
  /** The heading under which it stands. */
  readonly matter: string
  /** What a choice changes, and from when. */
  readonly effect: string
  readonly source: string
  readonly confidence: string | null
  readonly preset: SettingValue
  readonly value: SettingValue
  readonly isChosen: boolean
  readonly choices: readonly SettingValue[] | null
}

export interface AuditEntry {
  readonly seq: number
  readonly at: string
  readonly actorKind: string
  readonly actorName: string
  readonly address: string
  readonly action: string
  readonly subject: string
  readonly succeeded: boolean
  readonly detail: unknown
}

/** A piece of timed work; instants as they come over the line. */
export interface JobRun {
  readonly name: string
  readonly title: string
  readonly startedAt: string | null
  readonly succeededAt: string | null
  readonly failedAt: string | null
  readonly fault: string | null
  readonly failedRunning: number
}

/** What of one kind waits to leave the house. */
export interface OutboxKindStanding {
  readonly kind: string
  readonly title: string
  readonly waiting: number
  readonly failing: number
  readonly givenUp: number
  readonly oldestAt: string | null
}

/** What could not leave yet, or was given up (`nextAt` is null). */
export interface TroubledLeaving {
  readonly id: string
  readonly title: string
  readonly queuedAt: string
  readonly attempts: number
  readonly lastError: string
  readonly nextAt: string | null
}

interface OutboxView {
  readonly kinds: readonly OutboxKindStanding[]
  readonly troubled: readonly TroubledLeaving[]
}

interface Items<Item> {
  readonly items: readonly Item[]
}

interface MovedByNotice {
  readonly moved: readonly MovedDay[]
}

/** What the administrators' pages ask of the server. */
export const administration = {
  jobs: () => get<Items<JobRun>>('jobs'),
  outbox: () => get<OutboxView>('outbox'),
  tryAgain: (id: string) => post<unknown>(`outbox/${id}/again`),
  firstSteps: () => get<Items<FirstStepView>>('first-steps'),
  units: () => get<Items<WorkUnit>>('units'),
  addUnit: (unit: unknown) => post<WorkUnit>('units', unit),
  changeUnit: (id: string, unit: unknown) => put<WorkUnit>(`units/${id}`, unit),
  staff: () => get<Items<ListedStaff>>('staff'),
  addStaff: (member: unknown) => post<{ id: string; password: string }>('staff', member),
  changeStaff: (id: string, member: unknown) => put<unknown>(`staff/${id}`, member),
  setRoles: (id: string, roles: readonly Role[]) => put<unknown>(`staff/${id}/roles`, { roles }),
  resetPassword: (id: string) => post<{ password: string }>(`staff/${id}/password-reset`),
  /** The changes of an account that need nothing filled in. */
  changeAccount: (id: string, change: 'unlock' | 'second-factor-reset' | 'disable' | 'enable') =>
    post<unknown>(`staff/${id}/${change}`),
  offices: () => get<Items<Office>>('offices'),
  addOffice: (office: unknown) => post<Office>('offices', office),
  endOffice: (id: string, on: PlainDate) => post<unknown>(`offices/${id}/end`, { on }),
  organ: () => get<Organ>('organ'),
  changeOrgan: (organ: unknown) => put<Organ>('organ', organ),
  changeSite: (site: unknown) => put<Organ>('organ/site', site),
  seal: () => get<SealView>('seal'),
  keepSeal: (certificate: NewCertificate) => put<SealView>('seal', certificate),
  retireSeal: () => call<SealView>('DELETE', 'seal'),
  settings: () => get<Items<SettingView>>('settings'),
  changeSetting: (id: string, value: unknown) => put<unknown>(`settings/${id}`, { value }),
  audit: (values: Readonly<Record<string, string | number | undefined>>) =>
    get<Items<AuditEntry> & { readonly total: number; readonly pageSize: number }>(`audit${query(values)}`),
  verifyAudit: () => post<AuditCheck>('audit/verify'),
  verifyAll: () => post<DeepCheck>('audit/verify-deep'),
  backup: () => get<BackupState>('operations/backup'),
  proveBackup: () => post<unknown>('operations/backup/proof'),
  calendar: () => get<{ readonly notices: readonly HolidayNotice[] }>('calendar'),
  previewNotice: (notice: HolidayNotice) => post<MovedByNotice>('calendar/preview', { notice }),
  addNotice: (notice: HolidayNotice) => post<MovedByNotice>('calendar', { notice }),
}
