import { z } from 'zod'
import { serveTasks } from '../../apart/serve-tasks.ts'
import { inflateAtOnce } from './quick-inflate.ts'
import { readLines, readReport } from './read-report.ts'

inflateAtOnce()

const Task = z.object({ bytes: z.instanceof(Uint8Array), name: z.string(), withLines: z.boolean().default(false) })

/** In a process of its own: reads one report after the other. */
serveTasks(async (task) => {
  const { bytes, name, withLines } = Task.parse(task)
  const reading = await readReport(bytes, name)
  return withLines ? { reading, lines: await readLines(bytes, name) } : reading
})
