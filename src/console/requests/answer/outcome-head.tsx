import { articleWords } from '../../../law/article-words.ts'
import type { Outcome } from '../../../law/outcomes.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { rowWords } from './report-row.ts'

/** What the answers ended in: the outcome, its article, and where it will count in the annual report. */
export function OutcomeHead({ outcome, cells }: { outcome: Outcome | undefined; cells: CaseView['cells'] }) {
  if (!outcome) return null
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
        计入年度报告{cells[0] ? `（${cells[0].year}年度）` : ''}：{rowWords(outcome.row)}
      </p>
    </header>
  )
}
