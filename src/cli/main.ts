import { Command } from 'commander'
import { Refusal } from '../refusal.ts'
import { register as serve } from './serve.ts'

const registers: ((program: Command) => void)[] = [serve]

/** The program, with every command registered. */
function program(): Command {
  const kaicheng = new Command('kaicheng')
  kaicheng
    .description('开诚：政府信息公开工作平台')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示帮助')
    .configureOutput({ outputError: (text, write) => write(text) })
  for (const register of registers) register(kaicheng)
  return kaicheng
}

process.channel?.unref()
try {
  await program().parseAsync()
} catch (error) {
  // A refusal or a plain error speaks to the person at the terminal; its stack is for `KAICHENG_LOG=on`.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.KAICHENG_LOG === 'on' && !(error instanceof Refusal)) console.error(error)
  process.exitCode = 1
}
