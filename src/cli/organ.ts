import type { Command } from 'commander'
import * as organs from '../organs/store.ts'
import { withDatabase } from './with-database.ts'

/** `kaicheng organ list`. A bureau starts with `kaicheng setup`. */
export function register(program: Command): void {
  const organ = program.command('organ').description('机关：列出')
  organ.command('list').description('列出已登记的机关').action(list)
}

async function list(): Promise<void> {
  const all = await withDatabase((db) => db.transaction().execute(organs.list), { makes: 'nothing' })
  if (all.length === 0) console.log('还没有登记机关，用 kaicheng setup 开设')
  for (const { slug, name, isDemo } of all) console.log(`${slug}  ${name}${isDemo ? '（演示）' : ''}`)
}
