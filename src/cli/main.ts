import { Command, CommanderError } from 'commander'
import { tellFault } from '../faults/fault.ts'
import { inWords } from '../refusal/in-words.ts'
import { register as audit } from './audit.ts'
import { register as backup } from './backup.ts'
import { register as calendar } from './calendar.ts'
import { register as ledger } from './ledger.ts'
import { register as organ } from './organ.ts'
import { register as report } from './report.ts'
import { register as restore } from './restore.ts'
import { register as serve } from './serve.ts'
import { register as setup } from './setup.ts'
import { speakChinese } from './speak-chinese.ts'
import { register as staff } from './staff.ts'

const registers: ((program: Command) => void)[] = [
  ...[serve, setup, organ, staff, ledger, report, calendar, audit, backup, restore],
]

/** The program, with every command registered. */
function program(): Command {
  const kaicheng = new Command('kaicheng').description('开诚：政府信息公开工作平台')
  for (const register of registers) register(kaicheng)
  return speakChinese(kaicheng)
}

process.channel?.unref()
// Whoever reads only the first lines (`| head`) has what was wanted.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
try {
  await program().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    // A refusal speaks to the person at the terminal; where a bug stands is for `KAICHENG_LOG=on`.
    process.stderr.write(`${inWords(error)}\n`)
    if (process.env.KAICHENG_LOG === 'on') tellFault(error, { kind: 'process', place: 'command' })
    process.exitCode = 1
  }
}
