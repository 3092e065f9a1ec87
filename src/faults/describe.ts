/** What may be told of an error outside the database: never a value that somebody typed or a row that was stored. */
export interface Described {
  /** The error's class. */
  readonly error: string
  readonly code?: string
  /** With everything that could be a value left out. */
  readonly message: string
  /** Where it stands in the database. */
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  readonly routine?: string
  /** Our own lines, innermost first. */
  readonly frames?: readonly string[]
  readonly causes?: readonly Described[]
}

const mostFrames = 12
const mostCauses = 5
const deepest = 4
/** Of these the database names tables and columns; of all others it may repeat what was typed. */
const namesOnly = new Set(['42P01', '42703', '42501', '42883', '55P03'])
const identifier = /^[A-Za-z_$][\w$.]{0,60}$/

/** What PostgreSQL adds to an error, each a name or nothing. */
interface OfDatabase extends Error {
  readonly code?: unknown
  readonly table?: unknown
  readonly column?: unknown
  readonly constraint?: unknown
  readonly routine?: unknown
}

interface OfSchema extends Error {
  readonly issues?: readonly { readonly code?: string; readonly path?: readonly PropertyKey[] }[]
}

/** Describes an error, its causes and the errors it gathers. */
export function describe(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return likeError(error) ?? { error: typeof error, message: '' }
  const { code, table, column, constraint, routine }: OfDatabase = error
  const frames = framesOf(error)
  const inner = depth < deepest ? innerOf(error).slice(0, mostCauses) : []
  return {
    error: plainName(error.constructor.name || error.name),
    ...named({ code, table, column, constraint, routine }),
    message: withoutValues(error),
    ...(frames.length > 0 && { frames }),
    ...(inner.length > 0 && { causes: inner.map((each) => describe(each, depth + 1)) }),
  }
}

/** Some libraries hand on what was an error as a plain object. */
function likeError(thrown: unknown): Described | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('message' in thrown) || typeof thrown.message !== 'string')
    return undefined
  const error = Object.assign(new Error(thrown.message), thrown)
  return describe(error, deepest)
}

const innerOf = (error: Error): unknown[] => [
  ...(error.cause === undefined ? [] : [error.cause]),
  ...(error instanceof AggregateError ? error.errors : []),
]

const plainName = (text: string): string => (identifier.test(text) ? text : 'Error')

/** Names that programmers gave; whatever does not look like one is left out. */
function named(facts: Readonly<Record<string, unknown>>): Record<string, string> {
  const kept = Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'string' && /^[\w$.-]{1,100}$/.test(value) ? [[name, value]] : [],
  )
  return Object.fromEntries(kept)
}

function withoutValues(error: Error): string {
  const { code = '', routine }: OfDatabase = error
  // Our own schemas list the values they were given as JSON; the paths stand in the frames' code.
  if (error.name === 'ZodError' || error.name === '$ZodError') return pathsOf(error)
  const ofDatabase = typeof routine === 'string' || /^[0-9A-Z]{5}$/.test(String(code))
  const keepsNames = ofDatabase ? namesOnly.has(String(code)) : /^(?:Type|Reference|Range)Error$/.test(error.name)
  return error.message
    .slice(0, 2000)
    .replace(/(["'`“‘])((?:(?!["'`”’]).){0,1500})["'`”’]/gsu, (_all, _mark, inside: string) =>
      keepsNames && identifier.test(inside) ? `<${inside}>` : '…',
    )
    .replace(/["'`“‘].*$/su, '…')
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/giu, '…')
    .replace(/\S+@\S+/gu, '…')
    .replace(/[^\x20-\x7e…]+/gu, '…')
    .replace(/\d[\d -]{3,}[\dXx]/gu, '…')
    .replace(/…(?:[\s:,.;]*…)+/gu, '…')
    .slice(0, 300)
}

/** Which fields of a row did not fit, and how. */
function pathsOf(error: Error): string {
  const { issues }: OfSchema = error
  return (issues ?? [])
    .slice(0, 5)
    .map(({ code = '', path = [] }) => {
      const steps = path.map((step) => (typeof step === 'string' && !identifier.test(step) ? '…' : String(step)))
      return `${code} at ${steps.join('.') || 'the whole'}`
    })
    .join('; ')
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node:|node_modules/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(3)
        .replaceAll(/(?:file:\/\/)?\/\S*?\/((?:src|dist|bin|bench|tests)\/)/g, '$1'),
    )
    .slice(0, mostFrames)
}
