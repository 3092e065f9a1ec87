import { useEffect, useState } from 'react'
import type { PlainDate } from '../../days/plain-date.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { cellName } from '../../report/cell-name.ts'
import type { ReportView } from '../../report/draft/report-view.ts'
import { cellId, figure } from '../../report/report.ts'
import { cellsOf } from '../../report/sheet.ts'

interface Look {
  readonly on: PlainDate
  readonly figures: Readonly<Record<string, string>>
}

export interface ChangedCell {
  readonly id: string
  readonly name: string
  readonly before: string
  readonly now: string
}

const figuresOf = ({ figures }: ReportView): Record<string, string> =>
  Object.fromEntries(cellsOf(reportFormat2021).map((cell) => [cellId(cell), String(figure(figures, cell))]))

/** Cells that say something else than when this person looked last on this computer, and the day of that look. */
export function changedCells(before: Look['figures'], now: Look['figures']): ChangedCell[] {
  return cellsOf(reportFormat2021).flatMap((cell) => {
    const id = cellId(cell)
    const [then, today] = [before[id], now[id]]
    return then === undefined || today === undefined || then === today
      ? []
      : [{ id, name: cellName(reportFormat2021, cell), before: then, now: today }]
  })
}

function readLook(key: string): Look | undefined {
  try {
    const text = localStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as Look)
  } catch {
    return undefined
  }
}

/** What changed since the last look, told once: the look of today takes the place of the last one. */
export function useLastLook(view: ReportView, staffId: string, today: PlainDate) {
  const key = `kaicheng.report-look.${staffId}.${view.year}`
  const [last] = useState(() => readLook(key))
  const figures = figuresOf(view)
  const words = JSON.stringify({ on: today, figures })
  useEffect(() => {
    try {
      localStorage.setItem(key, words)
    } catch {
      // A full store costs only the comparison.
    }
  }, [key, words])
  return last ? { on: last.on, cells: changedCells(last.figures, figures) } : undefined
}
