import { setTimeout } from 'node:timers/promises'
import { type Command, runCommand } from '../../src/cli/testing/command.ts'

/** `kill -9` at a random moment within so many milliseconds; true when it fell before the command had ended. */
export async function killWithin(command: Command, ms: number): Promise<boolean> {
  await Promise.race([command.ended, setTimeout(Math.random() * ms)])
  command.signal('SIGKILL')
  return (await command.ended).code === null
}

/** Runs a command that must succeed. */
export async function succeed(dataFolder: string, args: readonly string[]): Promise<void> {
  const { code, said } = await runCommand(dataFolder, args).ended
  if (code !== 0) throw new Error(`kaicheng ${args.join(' ')} ended with ${code}: ${said}`)
}
