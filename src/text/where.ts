interface Step {
  readonly value: unknown
  readonly key: PropertyKey
  readonly above: Step | undefined
}

/** Where objects and arrays nest deeper than this; undefined where none do. Walks without recursion, so that no input overflows the stack. */
export function pathTooDeep(value: unknown, deepest: number): PropertyKey[] | undefined {
  if (isShallow(value, deepest)) return undefined
  let level: Step[] = [{ value, key: '', above: undefined }]
  for (let depth = 0; depth <= deepest; depth += 1)
    level = level.flatMap((above) => entriesOf(above.value).map(([key, each]) => ({ value: each, key, above })))
  const path: PropertyKey[] = []
  for (let step = level[0]; step?.above; step = step.above) path.unshift(step.key)
  return path
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

const entriesOf = (value: unknown): [PropertyKey, unknown][] => (isContainer(value) ? Object.entries(value) : [])

function isShallow(value: unknown, deepest: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false
    level = level.flatMap((each) => (isContainer(each) ? Object.values(each) : []))
  }
  return true
}

const lines = new Set(['paragraph', 'heading', 'image', 'tableRow'])
const isLine = (value: unknown): boolean =>
  isContainer(value) && 'type' in value && typeof value.type === 'string' && lines.has(value.type)

/** The paragraph in which a path of an unknown text ends, counted as `paragraphsOf` counts: a row of a table is one. */
export function lineOf(text: unknown, path: readonly PropertyKey[]): number {
  let line = 0
  let value = text
  for (const key of path) {
    if (isLine(value) || !isContainer(value)) break
    if (Array.isArray(value)) line += countLines(value.slice(0, Number(key)))
    value = Reflect.get(value, key)
  }
  return line
}

function countLines(values: readonly unknown[]): number {
  let count = 0
  const open: unknown[] = [...values]
  while (open.length > 0) {
    const value = open.pop()
    if (isLine(value)) count += 1
    else if (isContainer(value)) for (const each of Object.values(value)) if (isContainer(each)) open.push(each)
  }
  return count
}
