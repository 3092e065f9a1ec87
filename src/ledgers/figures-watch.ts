import type { Tx } from '../db/database.ts'
import { joinedList } from '../joined-list.ts'
import type { Actor } from '../organs/actor.ts'

/** A year whose report is signed or public, and what of it counts otherwise by now, as people read it. */
export interface Moved {
  readonly year: number
  /** 第二部分“行政处罚”行…由3变为4; empty where only its sentences count otherwise. */
  readonly cells: readonly string[]
}

/** What counts the registers and keeps the figures of some years frozen: the annual report, put up or public. */
export interface FiguresWatch {
  /** The years of an organ whose figures stand frozen, the latest first. */
  readonly listPublished: (tx: Tx, organId: number) => Promise<readonly number[]>
  /** Counts what is frozen; the answer counts again, and says in which years something is otherwise now, the earliest first. */
  readonly count: (
    tx: Tx,
    organId: number,
    mayConcern: (year: number) => boolean,
  ) => Promise<() => Promise<readonly Moved[]>>
  /** Enters in the log that public figures no longer agree with the registers. */
  readonly noteMoved: (tx: Tx, actor: Actor) => Promise<void>
}

export const figuresWatch = joinedList<FiguresWatch>('figuresWatch')

/** The years of an organ of which figures stand frozen: put up to be signed, signed, or public. */
export async function listPublishedYears(tx: Tx, organId: number): Promise<readonly number[]> {
  const years: number[] = []
  for (const { listPublished } of figuresWatch.all()) years.push(...(await listPublished(tx, organId)))
  return [...new Set(years)]
}

export interface Watched<T> {
  readonly done: T
  /** Years in whose frozen report something counts otherwise than before, the earliest first. */
  readonly moved: readonly number[]
  /** Cell by cell what it was and would be. */
  readonly effects: readonly string[]
}

/** Does the work and tells which frozen years it moves. A year that cannot be concerned, which the caller may know, is not counted. */
export async function watchFigures<T>(
  tx: Tx,
  organId: number,
  work: () => Promise<T>,
  mayConcern: (year: number) => boolean = () => true,
): Promise<Watched<T>> {
  const counted: (() => Promise<readonly Moved[]>)[] = []
  for (const { count } of figuresWatch.all()) counted.push(await count(tx, organId, mayConcern))
  const done = await work()
  const moved: Moved[] = []
  for (const countAgain of counted) moved.push(...(await countAgain()))
  moved.sort((a, b) => a.year - b.year)
  return {
    done,
    moved: [...new Set(moved.map(({ year }) => year))],
    effects: moved.flatMap(({ year, cells }) => cells.map((cell) => `${year}年度报告${cell}`)),
  }
}

export async function noteMoved(tx: Tx, actor: Actor): Promise<void> {
  for (const watch of figuresWatch.all()) await watch.noteMoved(tx, actor)
}
