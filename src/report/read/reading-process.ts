import { z } from 'zod'
import { serveTasks } from '../../apart/serve-tasks.ts'
import { inflateAtOnce } from './quick-inflate.ts'
import { readReport } from './read-report.ts'

inflateAtOnce()

const Task = z.object({ bytes: z.instanceof(Uint8Array), name: z.string() })

/** In a process of its own: reads one report after the other. */
serveTasks(async (task) => {
  const { bytes, name } = Task.parse(task)
  return readReport(bytes, name)
})
