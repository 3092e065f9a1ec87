import type { Organ } from '../../organs/organ.ts'
import { roleLabel } from '../../organs/role.ts'
import { demoLogin, demoPassword, demoPeople } from './office.ts'

/** The accounts of a demo organ, as the terminal prints them. */
export function demoAccounts(organ: Pick<Organ, 'slug' | 'name'>): string {
  const lines = demoPeople.map(
    (person) =>
      `    ${demoLogin(organ, person).padEnd(14)} ${person.name}（${person.roles.map(roleLabel).join('、')}）`,
  )
  return [`  演示账号（${organ.name}），密码均为 ${demoPassword}：`, ...lines].join('\n')
}
