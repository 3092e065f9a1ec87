import { readdirSync, readFileSync } from 'node:fs'

export interface Source {
  readonly path: string
  readonly text: string
}

/** What stands in `src`, as git would show it. */
export const sources: readonly Source[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(tsx?|css)$/.test(name))
  .toSorted()
  .map((name) => `src/${name}`)
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

export const isProduct = ({ path }: Pick<Source, 'path'>): boolean => !/\.test\.tsx?$|\/testing\//.test(path)
const isGenerated = ({ path }: Source): boolean => path === 'src/db/schema.ts'

export const styles = sources.filter(({ path }) => path.endsWith('.css'))
export const written = sources.filter((source) => /\.tsx?$/.test(source.path) && !isGenerated(source))
export const product = written.filter(isProduct)

export const linesOf = ({ text }: Source): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
export const fullLinesOf = ({ text }: Source): number => text.split('\n').filter((line) => line.trim() !== '').length
