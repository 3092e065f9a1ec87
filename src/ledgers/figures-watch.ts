import type { Tx } from '../db/database.ts'
import { joinedList } from '../joined-list.ts'
import type { Actor } from '../organs/actor.ts'

/** What counts the registers and has made the figures of some years public: the annual report. */
export interface FiguresWatch {
  /** The years of an organ whose figures are public, the latest first. */
  readonly listPublished: (tx: Tx, organId: number) => Promise<readonly number[]>
  /** Counts what is public; the answer counts again, and says in which years something is otherwise now, the earliest first. */
  readonly count: (
    tx: Tx,
    organId: number,
    mayConcern: (year: number) => boolean,
  ) => Promise<() => Promise<readonly number[]>>
  /** Enters in the log that public figures no longer agree with the registers. */
  readonly noteMoved: (tx: Tx, actor: Actor) => Promise<void>
}

export const figuresWatch = joinedList<FiguresWatch>('figuresWatch')

/** The years of an organ of which figures are public. */
export async function listPublishedYears(tx: Tx, organId: number): Promise<readonly number[]> {
  const years: number[] = []
  for (const { listPublished } of figuresWatch.all()) years.push(...(await listPublished(tx, organId)))
  return [...new Set(years)]
}

export interface Watched<T> {
  readonly done: T
  /** Published years in whose report something counts otherwise than before, the earliest first. */
  readonly moved: readonly number[]
}

/** Does the work and tells which published years it moves. A year that cannot be concerned, which the caller may know, is not counted. */
export async function watchFigures<T>(
  tx: Tx,
  organId: number,
  work: () => Promise<T>,
  mayConcern: (year: number) => boolean = () => true,
): Promise<Watched<T>> {
  const counted: (() => Promise<readonly number[]>)[] = []
  for (const { count } of figuresWatch.all()) counted.push(await count(tx, organId, mayConcern))
  const done = await work()
  const moved: number[] = []
  for (const countAgain of counted) moved.push(...(await countAgain()))
  return { done, moved: [...new Set(moved)].sort((a, b) => a - b) }
}

export async function noteMoved(tx: Tx, actor: Actor): Promise<void> {
  for (const watch of figuresWatch.all()) await watch.noteMoved(tx, actor)
}
