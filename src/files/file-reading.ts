import type { FileTraces } from './traces/traces.ts'

/** What a kept file says and carries. */
export interface FileReading {
  /** As far as they are searched; empty for pictures and for what cannot be read. */
  readonly words: string
  /** Undefined for what cannot be read. */
  readonly traces: FileTraces | undefined
}
