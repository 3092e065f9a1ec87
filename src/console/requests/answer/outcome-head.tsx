import { articleWords } from '../../../law/article-words.ts'
import type { Outcome } from '../../../law/outcomes.ts'
import { isGroupRow, type Row } from '../../../law/report-format.ts'
import { reportFormat2021 } from '../../../law/report-format-2021.ts'
import type { CaseView } from '../../../requests/case-view.ts'

/** The printed way to a row of the report form: （三）不予公开 › 5.属于三类内部事务信息. */
function rowPath(rows: readonly Row[], id: string): string[] | undefined {
  for (const row of rows) {
    if (row.id === id) return [row.label]
    const below = isGroupRow(row) ? rowPath(row.rows, id) : undefined
    if (below) return [row.label, ...below]
  }
  return undefined
}

/** What the answers ended in: the outcome, its article, and where it will count in the annual report. */
export function OutcomeHead({ outcome, cells }: { outcome: Outcome | undefined; cells: CaseView['cells'] }) {
  if (!outcome) return null
  const path = rowPath(reportFormat2021.requests.rows, outcome.row)?.slice(1) ?? []
  return (
    <header className="outcome-head gap-below">
      <span className="quiet">怎么答</span>
      <h2>{outcome.label}</h2>
      <p>
        {articleWords(outcome.article)}
        {outcome.exemption === 'mandatory' ? ' · 不得公开' : ''}
        {outcome.exemption === 'discretionary' ? ' · 可以不予公开，须写明裁量理由' : ''}
      </p>
      <p className="quiet">
        计入年度报告{cells[0] ? `（${cells[0].year}年度）` : ''}：{path.join(' › ')}
      </p>
    </header>
  )
}
