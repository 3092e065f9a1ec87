import type { Command } from 'commander'
import { today } from '../app/today.ts'
import { inActs } from '../db/organ.ts'
import { rescueAccount } from '../organs/staff/rescue.ts'
import { withDatabase } from './with-database.ts'

/** `kaicheng staff rescue`: for when no security administrator can sign in any more. */
export function register(program: Command): void {
  program
    .command('staff')
    .description('工作人员账户：找回')
    .command('rescue')
    .argument('<登录名>', '账户的登录名')
    .description(
      '安全管理员本人不能登录时，重置其密码，清除已绑定的动态口令和通行密钥（计入审计）；其他人请由安全管理员在管理台重置',
    )
    .action(rescue)
}

async function rescue(typed: string): Promise<void> {
  const day = today()
  const { login, password } = await withDatabase(
    (db) => inActs(db, (tx) => rescueAccount(tx, typed, day, new Date())),
    {
      makes: 'nothing',
    },
  )
  console.log(
    `账户 ${login} 的新初始密码：${password}\n只显示这一次。首次登录须更改密码，并重新绑定动态口令或者通行密钥。`,
  )
}
