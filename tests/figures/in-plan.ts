import { spawnSync } from 'node:child_process'
import { z } from 'zod'
import { isProduct } from './sources.ts'

const Cruised = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

const circles = 'no-cycles'

/** What dependency-cruiser says of the floor plan; each import as `from → to`. */
export function lookAtPlan() {
  const asked = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']
  const { stdout, error } = spawnSync('depcruise', asked, { encoding: 'utf8', maxBuffer: 1 << 30 })
  if (error) throw error
  const { modules, summary } = Cruised.parse(JSON.parse(stdout))
  const imports = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  )
  const broken = summary.violations.map(({ from, to, rule }) => ({ from, to, isCircle: rule.name === circles }))
  return {
    upThePlan: drawn(broken.filter(({ isCircle }) => !isCircle)),
    circles: drawn(broken.filter(({ isCircle }) => isCircle)),
    between: (room: string, other: string): readonly string[] =>
      drawn(
        imports.filter(
          ({ from, to }) =>
            isProduct({ path: from }) && from.startsWith(`src/${room}/`) && to.startsWith(`src/${other}/`),
        ),
      ),
  }
}

const drawn = (arrows: readonly { readonly from: string; readonly to: string }[]): readonly string[] =>
  arrows.map(({ from, to }) => `${from} → ${to}`)
