import type { Rule } from './pdf-rules.ts'
import { partsOfWord, textInCell, type Word } from './pdf-words.ts'

/** A cell between the lines of a page. */
export interface DrawnCell {
  readonly left: number
  readonly text: string
}

/** A table as its lines are drawn: in each row the cells that begin in it, from the left. */
export interface DrawnTable {
  readonly top: number
  readonly rows: readonly (readonly DrawnCell[])[]
  readonly words: ReadonlySet<Word>
}

/** Lines nearer than this are one line, and ends nearer than this touch. */
const near = 2.5
/** How far digits may stick out of their cell; words may by a character. */
const overhang = 3
const mostLines = 400

/** The tables that the lines of a page draw; what is no clean grid, or has words across its lines, is none. */
export function tablesOf(rules: readonly Rule[], words: readonly Word[]): DrawnTable[] {
  return groupsOf(merged(rules)).flatMap((group) => {
    const grid = gridOf(group)
    return grid ? (tableIn(grid, words) ?? []) : []
  })
}

/** Lines of many pieces as one, and none twice. */
function merged(rules: readonly Rule[]): Rule[] {
  const lines: { isLevel: boolean; at: number; from: number; to: number }[] = []
  for (const isLevel of [true, false]) {
    const mine = rules.filter((rule) => rule.isLevel === isLevel)
    for (const group of nearGroups(mine, ({ at }) => at)) {
      const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length
      for (const { from, to } of group.toSorted((a, b) => a.from - b.from)) {
        const last = lines.at(-1)
        if (last && last.isLevel === isLevel && last.at === at && from <= last.to + near)
          last.to = Math.max(last.to, to)
        else lines.push({ isLevel, at, from, to })
      }
    }
  }
  return lines
}

/** Things in order of their place, together while the next is near the first of its group. */
function nearGroups<Thing>(things: readonly Thing[], place: (thing: Thing) => number): Thing[][] {
  const groups: Thing[][] = []
  for (const thing of things.toSorted((a, b) => place(a) - place(b))) {
    const group = groups.at(-1)
    const [first] = group ?? []
    if (group && first !== undefined && place(thing) - place(first) <= near) group.push(thing)
    else groups.push([thing])
  }
  return groups
}

/** Lines that touch each other, directly or by others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  if (rules.length > mostLines) return []
  let groups: Rule[][] = []
  for (const rule of rules) {
    const mine = groups.filter((group) => group.some((other) => touch(rule, other)))
    groups = [...groups.filter((group) => !mine.includes(group)), [...mine.flat(), rule]]
  }
  return groups
}

const touch = (one: Rule, other: Rule): boolean =>
  one.isLevel === other.isLevel
    ? Math.abs(one.at - other.at) <= near && one.from <= other.to + near && other.from <= one.to + near
    : one.at >= other.from - near &&
      one.at <= other.to + near &&
      other.at >= one.from - near &&
      other.at <= one.to + near

interface Grid {
  /** From the left. */
  readonly xs: readonly number[]
  /** From the top. */
  readonly ys: readonly number[]
  /** For each field (row by row) the number of its cell; a cell is a whole rectangle of fields. */
  readonly cells: readonly number[]
}

/** The fields between all lines of a group, joined where no line parts them; undefined where that makes no rectangles. */
function gridOf(rules: readonly Rule[]): Grid | undefined {
  const upright = rules.filter(({ isLevel }) => !isLevel)
  const level = rules.filter(({ isLevel }) => isLevel)
  const places = (mine: readonly Rule[], across: readonly Rule[]) =>
    nearGroups([...mine.map(({ at }) => at), ...ends(across)], (at) => at).map((group) => group[0] ?? 0)
  const xs = places(upright, level)
  const ys = places(level, upright).reverse()
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 2 || rows < 1) return undefined
  const cells = Array.from({ length: rows * columns }, (_, field) => field)
  const rootOf = (field: number): number => {
    let root = field
    while (cells[root] !== root) root = cells[root] ?? root
    return root
  }
  const parts = (lines: readonly Rule[], at: number, along: number) =>
    lines.some((rule) => Math.abs(rule.at - at) <= near && rule.from <= along && rule.to >= along)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const field = row * columns + column
      const [x, right] = [((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2, xs[column + 1] ?? 0]
      const [y, below] = [((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2, ys[row + 1] ?? 0]
      if (column + 1 < columns && !parts(upright, right, y)) cells[rootOf(field + 1)] = rootOf(field)
      if (row + 1 < rows && !parts(level, below, x)) cells[rootOf(field + columns)] = rootOf(field)
    }
  const roots = cells.map((_, field) => rootOf(field))
  return areRectangles(roots, columns) ? { xs, ys, cells: roots } : undefined
}

/** Where lines end without another: a page that breaks a table may leave its last line away. */
const ends = (rules: readonly Rule[]): number[] =>
  rules.length === 0 ? [] : [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))]

function areRectangles(cells: readonly number[], columns: number): boolean {
  const fields = Map.groupBy(cells.keys(), (field) => cells[field])
  return [...fields.values()].every((mine) => {
    const across = mine.map((field) => field % columns)
    const down = mine.map((field) => Math.floor(field / columns))
    const width = Math.max(...across) - Math.min(...across) + 1
    const height = Math.max(...down) - Math.min(...down) + 1
    return width * height === mine.length
  })
}

const middle = ({ left, right, bottom, height }: Word): [number, number] => [(left + right) / 2, bottom + height / 3]

function tableIn({ xs, ys, cells }: Grid, words: readonly Word[]): DrawnTable | undefined {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)]
  const columns = xs.length - 1
  const held = new Map<number, Word[]>()
  const inside = new Set<Word>()
  /** The cell that a word stands in; undefined where it stands in none, or across its lines. */
  const cellOf = (word: Word): number | undefined => {
    const [x, y] = middle(word)
    const column = xs.findIndex((at, index) => index < columns && x >= at && x <= (xs[index + 1] ?? at))
    const row = ys.findIndex((at, index) => index < ys.length - 1 && y <= at && y >= (ys[index + 1] ?? at))
    const cell = column < 0 || row < 0 ? undefined : cells[row * columns + column]
    const fields = cells.flatMap((one, field) => (one === cell ? [field % columns] : []))
    const most = /\d/.test(word.text) ? overhang : word.height
    const isAcross =
      word.left < (xs[Math.min(...fields)] ?? left) - most || word.right > (xs[Math.max(...fields) + 1] ?? right) + most
    return isAcross ? undefined : cell
  }
  for (const word of words) {
    const [x, y] = middle(word)
    if (x < left || x > right || y > top || y < bottom) continue
    const whole = cellOf(word)
    for (const part of whole === undefined ? partsOfWord(word) : [word]) {
      const cell = whole ?? cellOf(part)
      if (cell === undefined) return undefined
      held.set(cell, [...(held.get(cell) ?? []), part])
    }
    inside.add(word)
  }
  if (inside.size === 0) return undefined
  // The cell of a field is numbered by one of its fields; it begins in its first.
  const begun = new Set<number>()
  const rows = Array.from({ length: ys.length - 1 }, (_, row) =>
    Array.from({ length: columns }, (_, column) => row * columns + column).flatMap((field): DrawnCell[] => {
      const cell = cells[field] ?? field
      if (begun.has(cell)) return []
      begun.add(cell)
      return [{ left: xs[field % columns] ?? left, text: textInCell(held.get(cell) ?? []) }]
    }),
  )
  return { top, rows, words: inside }
}
