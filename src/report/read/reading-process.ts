import { serveTasks } from '../../apart/serve-tasks.ts'
import { inflateAtOnce } from './quick-inflate.ts'
import { readReport } from './read-report.ts'

inflateAtOnce()

/** In a process of its own: reads one report after the other. */
serveTasks(async (task) => {
  const { bytes, name } = task as { readonly bytes: Uint8Array; readonly name: string }
  return readReport(bytes, name)
})
