import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it; answers with the topmost that was made, undefined where all was there. Throws what the
 * system says: Node's own `recursive` tries for ever where a name is refused as absent, as below /proc.
 */
export function makeFolder(path: string, mode?: number): string | undefined {
  const whole = resolve(path)
  if (isFolder(whole)) return undefined
  const above = dirname(whole)
  // What is there and no folder is named by the system itself.
  const topmost = statSync(above, { throwIfNoEntry: false }) ? undefined : makeFolder(above, mode)
  try {
    mkdirSync(whole, mode)
  } catch (error) {
    // Somebody else has made it meanwhile.
    if (!isFolder(whole)) throw error
  }
  return topmost ?? whole
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
