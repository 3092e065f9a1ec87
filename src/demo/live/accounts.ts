import type { Organ } from '../../organs/organ.ts'
import { roleLabel } from '../../organs/role.ts'
import { demoLogin, demoPassword, demoPeople } from './office.ts'

/** The accounts of a demo organ, as the terminal prints them. */
export function demoAccounts(organ: Pick<Organ, 'slug' | 'name'>): string {
  const lines = demoPeople.map(
    (person) =>
      `    ${demoLogin(organ, person).padEnd(14)} ${person.name}（${person.roles.map(roleLabel).join('、')}）`,
  )
  const others = '    以 gov. 开头的是示例市人民政府（收下级的年度报告），以 zjj. 开头的是示例市住房和城乡建设局'
  return [`  演示账号（${organ.name}），密码均为 ${demoPassword}：`, ...lines, others].join('\n')
}
