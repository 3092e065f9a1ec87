import { Command, CommanderError } from 'commander'
import { tellFault } from '../faults/fault.ts'
import { inWords } from '../refusal/in-words.ts'
import { speakChinese } from './speak-chinese.ts'

const commands: Readonly<Record<string, () => Promise<{ readonly register: (program: Command) => void }>>> = {
  serve: () => import('./serve.ts'),
  work: () => import('./work.ts'),
  setup: () => import('./setup.ts'),
  organ: () => import('./organ.ts'),
  staff: () => import('./staff.ts'),
  ledger: () => import('./ledger.ts'),
  report: () => import('./report.ts'),
  calendar: () => import('./calendar.ts'),
  audit: () => import('./audit.ts'),
  archive: () => import('./archive.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
}

/** The program with the command that is called: no other is read. Help, or a word that is no command, has them all. */
async function program(name = ''): Promise<Command> {
  const kaicheng = new Command('kaicheng').description('开诚：政府信息公开工作平台')
  const called = Object.hasOwn(commands, name) ? [commands[name]] : Object.values(commands)
  for (const load of called) (await load?.())?.register(kaicheng)
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
  await (await program(process.argv[2])).parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    // A refusal speaks to the person at the terminal; where a bug stands is for `KAICHENG_LOG=on`.
    process.stderr.write(`${inWords(error)}\n`)
    if (process.env.KAICHENG_LOG === 'on') tellFault(error, { kind: 'process', place: 'command' })
    process.exitCode = 1
  }
}
