import { Command } from 'commander'
import { register as registerLedger } from './ledger.ts'

/** The program, with every command registered. */
export function program(): Command {
  const kaicheng = new Command('kaicheng')
  kaicheng
    .description('开诚：政府信息公开工作平台')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help', '显示帮助')
  for (const register of [registerLedger]) register(kaicheng)
  return kaicheng
}

await program().parseAsync()
