import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder that the database's account may enter, so that all of a cluster goes away with it. */
export function dataFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `kaicheng-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}
