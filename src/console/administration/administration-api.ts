import type { PlainDate } from '../../calendar/plain-date.ts'
import type { HolidayNotice } from '../../law/holiday-notices.ts'
import type { Role } from '../../organs/role.ts'
import { get, post, put, query } from '../api.ts'

export interface Unit {
  readonly id: string
  readonly name: string
  readonly isOgiWorkBody: boolean
  readonly phone: string
  readonly closedOn: PlainDate | null
}

/** A person as colleagues see them; who administers also sees how the account stands. */
export interface StaffMember {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly phone: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly isDisabled: boolean
  readonly isLocked: boolean
  readonly hasSecondFactor: boolean
}

export interface Office {
  readonly id: string
  readonly staffId: string
  readonly staffName: string
  readonly office: 'groupHead' | 'groupDeputy' | 'groupMember' | 'designatedOfficer'
  readonly fromOn: PlainDate
  readonly toOn: PlainDate | null
}

export interface OrganFacts {
  readonly name: string
  readonly slug: string
  readonly creditCode: string
  readonly letterCode: string
  readonly ogiWorkBody: string
  readonly address: string
  readonly postcode: string
  readonly phone: string
  readonly email: string
  readonly siteCode: string
}

export type SettingValue = string | number | boolean | null | readonly string[]

export interface SettingView {
  readonly id: string
  readonly question: string
  readonly source: string
  readonly confidence: string
  readonly default: SettingValue
  readonly value: SettingValue
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
  readonly hash: string
}

export interface AuditCheck {
  readonly isWhole: boolean
  readonly count: number
  readonly brokenAt: number | null
}

export interface MovedCase {
  readonly id: string
  readonly number: string
  readonly from: PlainDate
  readonly to: PlainDate
}

export interface Items<Item> {
  readonly items: readonly Item[]
}

export const administration = {
  units: () => get<Items<Unit>>('units'),
  addUnit: (unit: unknown) => post<Unit>('units', unit),
  changeUnit: (id: string, unit: unknown) => put<Unit>(`units/${id}`, unit),
  staff: () => get<Items<StaffMember>>('staff'),
  addStaff: (member: unknown) => post<{ id: string; password: string }>('staff', member),
  changeStaff: (id: string, member: unknown) => put<StaffMember>(`staff/${id}`, member),
  setRoles: (id: string, roles: readonly Role[]) => put<StaffMember>(`staff/${id}/roles`, { roles }),
  resetPassword: (id: string) => post<{ password: string }>(`staff/${id}/password-reset`),
  unlock: (id: string) => post<void>(`staff/${id}/unlock`),
  resetSecondFactor: (id: string) => post<void>(`staff/${id}/second-factor-reset`),
  disable: (id: string) => post<void>(`staff/${id}/disable`),
  enable: (id: string) => post<void>(`staff/${id}/enable`),
  offices: () => get<Items<Office>>('offices'),
  addOffice: (office: unknown) => post<Office>('offices', office),
  endOffice: (id: string, on: PlainDate) => post<void>(`offices/${id}/end`, { on }),
  organ: () => get<OrganFacts>('organ'),
  changeOrgan: (organ: unknown) => put<OrganFacts>('organ', organ),
  settings: () => get<Items<SettingView>>('settings'),
  changeSetting: (id: string, value: SettingValue) => put<void>(`settings/${id}`, { value }),
  audit: (values: Readonly<Record<string, string | number | undefined>>) =>
    get<Items<AuditEntry> & { total: number; pageSize: number }>(`audit${query(values)}`),
  verifyAudit: () => post<AuditCheck>('audit/verify'),
  calendar: () => get<{ notices: readonly HolidayNotice[] }>('calendar'),
  previewNotice: (notice: unknown) => post<{ moved: readonly MovedCase[] }>('calendar/preview', { notice }),
  addNotice: (notice: unknown) => post<{ moved: readonly MovedCase[] }>('calendar', { notice }),
}
