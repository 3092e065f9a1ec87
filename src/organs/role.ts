import { z } from 'zod'

/** What a person may do here; one person may hold several, but only one administration and then nothing else. */
export const roles = [
  { id: 'clerk', label: '经办人', administration: false },
  { id: 'unitHead', label: '科室负责人', administration: false },
  { id: 'ogiHead', label: '政府信息公开工作机构负责人', administration: false },
  { id: 'leader', label: '机关负责人', administration: false },
  { id: 'legalStaff', label: '法制审核人员', administration: false },
  { id: 'systemAdmin', label: '系统管理员', administration: true },
  { id: 'securityAdmin', label: '安全管理员', administration: true },
  { id: 'auditAdmin', label: '审计管理员', administration: true },
] as const

export type Role = (typeof roles)[number]['id']
export const roleIds = roles.map(({ id }) => id)
export const Role = z.enum(roleIds)

export const roleLabel = (role: Role): string => roles.find(({ id }) => id === role)?.label ?? role

/** Who handles requests and publications, as against those who administer the system. */
export const businessRoles: readonly Role[] = roles.flatMap(({ id, administration }) => (administration ? [] : [id]))
export const administrations: readonly Role[] = roles.flatMap(({ id, administration }) => (administration ? [id] : []))
