import type { RowHere } from './choose-rows.ts'
import type { Tables } from './tables.ts'

/** How far back the words before a label are looked at: cells left blank may stand between. */
const mostBetween = 12
const word = '其中'
const letters = [...word]

/** Why such a row is given up. */
export const isPartOfOther = '的名称之前写有“其中”，可能只是另一行的一部分，不能确定是统一格式的这一行'

/**
 * Rows before whose label 其中 stands by itself, with those beside them in their group: they may be parts of another row.
 * The form prints no 其中; right behind the caption of their own group it says nothing new, and they are the form's rows.
 */
export function partRows(tables: Tables): RowHere[] {
  const isUpright = letters.every((letter) => tables.pieces.some(({ bare }) => bare === letter))
  return runsOf(tables)
    .filter(({ rows, caption }) => {
      const marked = rows.findIndex(({ occurrence }) => followsAmong(tables, occurrence.first, isUpright))
      const isUnderOwn = marked === 0 && caption !== null && caption === rows[0]?.label.parent
      return marked >= 0 && !isUnderOwn
    })
    .flatMap(({ rows }) => rows)
}

/** Rows of one group one after another, and the group whose caption stands right before them. */
interface RowRun {
  readonly rows: RowHere[]
  readonly caption: string | null
}

function runsOf({ found, rows }: Tables): RowRun[] {
  const known = new Map(rows.map((row) => [row.occurrence, row]))
  const runs: RowRun[] = []
  let open: RowRun | undefined
  let caption: string | null = null
  for (const occurrence of found.occurrences) {
    const row = known.get(occurrence)
    if (row) {
      const isBeside =
        open !== undefined && row.label.parent !== null && row.label.parent === open.rows[0]?.label.parent
      if (open && isBeside) open.rows.push(row)
      else {
        open = { rows: [row], caption }
        runs.push(open)
      }
    } else open = undefined
    const [only] = occurrence.candidates
    caption = !row && only?.kind === 'group' ? only.id : null
  }
  return runs
}

/** The words right before a label, figures not between, end with 其中; set upright its letters stand apart. */
function followsAmong({ pieces, found }: Tables, first: number, isUpright: boolean): boolean {
  for (let index = first - 1; index >= 0 && index >= first - mostBetween; index -= 1) {
    const piece = pieces[index]
    if (!piece || piece.kind === 'figure') return false
    if (piece.kind !== 'text' || piece.bare === '' || found.isAside[index]) continue
    return piece.bare.endsWith(word) || (isUpright && letters.includes(piece.bare))
  }
  return false
}
