import { isTraceKind, type TraceKind, traceKinds } from './trace-kinds.ts'
import { type FileTraces, tracesAt } from './traces.ts'

/** What was seen in a file; undefined for one that is none to be read, `failed` where the look came to nothing. */
export type SeenFile = FileTraces | 'failed' | undefined

/** One thing that a file carries, with all the places where it does. */
export interface FileFinding {
  readonly kind: TraceKind
  readonly severity: 'block' | 'confirm' | 'hint'
  /** Chinese: what it is and what to do. */
  readonly message: string
  /** Chinese: where; empty where it is the whole file. */
  readonly where: string
}

const shown = 8

/**
 * What stands against a file that leaves the house, whichever way: the attachment of a publication and the enclosure of an
 * answer pass the same look. The gravest first, one finding for each kind.
 */
export function findingsInFile(seen: SeenFile): FileFinding[] {
  const traces =
    seen === 'failed' ? tracesAt('notLookedInto', ['']) : (seen?.found ?? tracesAt('notLookedInto', ['没有能够读取']))
  const byKind = Map.groupBy(traces, ({ kind }) => kind)
  return Object.keys(traceKinds)
    .filter(isTraceKind)
    .flatMap((kind) => {
      const found = byKind.get(kind)
      if (!found) return []
      const { severity, message } = traceKinds[kind]
      const places = [...new Set(found.map(({ where }) => where).filter(Boolean))]
      const rest = places.length > shown ? `等${places.length}处` : ''
      return [{ kind, severity, message, where: places.slice(0, shown).join('、') + rest }]
    })
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

const order: readonly FileFinding['severity'][] = ['block', 'confirm', 'hint']
