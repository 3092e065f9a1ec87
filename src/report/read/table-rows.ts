import { chooseRows } from './choose-rows.ts'
import type { Draft } from './draft.ts'
import { extraRows } from './extra-rows.ts'
import { findLabels, type Occurrence } from './find-labels.ts'
import { headersByLine } from './grid-headers.ts'
import { recognise, strangersOf } from './near-labels.ts'
import type { Piece } from './pieces.ts'
import type { Tables } from './tables.ts'

/** Finds the rows of all three tables by their labels, then what is like a missing one; the rest is noted as extra. */
export function findRows(pieces: readonly Piece[], draft: Pick<Draft, 'findings' | 'hasStrangers'>): Tables {
  const found = findLabels(pieces)
  const exact = chooseRows(pieces, found)
  const owner = [...found.owner]
  const added: Occurrence[] = []
  const first = withHeaders({ pieces, found, rows: exact })
  const isExtra = extraRows(first)
  let extra = 0
  for (const forms of strangersOf(pieces, found).slice(0, 200)) {
    const occurrence = forms.map((form) => recognise(form, exact)).find((known) => known !== undefined)
    const stranger = forms.findLast((form) => pieces[form.first]?.line === pieces[form.last]?.line)
    if (occurrence) {
      added.push(occurrence)
      for (let index = occurrence.first; index <= occurrence.last; index += 1) owner[index] = occurrence
    } else if (stranger && isExtra(stranger) && extra < 5) {
      extra += 1
      draft.hasStrangers = true
      draft.findings.push({
        code: 'EXTRA_ROW',
        severity: 'note',
        about: 'reading',
        actual: stranger.raw.slice(0, 60),
        message: `表格中的“${stranger.raw.slice(0, 60)}”一行不在统一格式之内，未计入`,
      })
    }
  }
  if (added.length === 0) return first
  const occurrences = [...found.occurrences, ...added].sort((a, b) => a.first - b.first)
  const all = { ...found, occurrences, owner }
  return withHeaders({ pieces, found: all, rows: chooseRows(pieces, all) })
}

const withHeaders = (tables: Omit<Tables, 'headers'>): Tables => ({ ...tables, headers: headersByLine(tables) })
