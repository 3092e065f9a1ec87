import type { ReportFormat } from '../../law/report-format.ts'
import { type Figure, figure } from '../../report/report.ts'
import { figureText, notStatedWords } from '../../report/write/printed.ts'
import { addresses } from '../site.ts'
import { mostBars, OrganBars, type OrganFigure } from './organ-bars.tsx'
import type { RowChoice } from './row-choices.ts'
import { type OrganOfYear, standingWords } from './standing.ts'

interface Props {
  readonly year: number
  readonly entries: readonly OrganOfYear[]
  readonly form: ReportFormat
  readonly choice: RowChoice
}

/** What every organ has published of one row: the bars, and the table that is the truth of them. */
export function RowFigures({ year, entries, form, choice }: Props) {
  const told = entries.map((entry) => ({ entry, said: saidBy(entry, form, choice) }))
  const figures = told.flatMap(({ entry: { organ }, said }): OrganFigure[] =>
    said.value === null ? [] : [{ organ, value: said.value, text: said.text }],
  )
  const published = entries.filter(({ report }) => report?.figures).length
  const stated = told.filter(({ said }) => said.isStated).length
  const paused = entries.filter(({ standing }) => standing === 'paused').length
  return (
    <section className="chart row-figures" aria-labelledby="figures">
      <h2 id="figures">
        {year}年：{choice.name}
      </h2>
      <p className="soft">
        已公布报告的{published}个机关中，{stated}个载明了这一项。未载明的不是零。
        {paused > 0 && `另有${paused}个机关的报告正在核查，没有计入。`}
        {figures.length > mostBars && `图中只画数值最大的${mostBars}个机关，各机关的数值都在表中。`}
        {stated > 0 && figures.length === 0 && '这一项由报告用文字填写，只列表，不画图。'}
      </p>
      <div className="chart-row">
        {figures.length > 0 && <OrganBars figures={figures} name={choice.name} />}
        <table className="plain-table">
          <caption className="unseen">
            {year}年各机关的“{choice.name}”
          </caption>
          <thead>
            <tr>
              <th scope="col">机关</th>
              <th scope="col">{choice.column}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ entry: { organ, report }, said }) => (
              <tr key={organ.id}>
                <th scope="row">{report ? <a href={addresses.report(organ, year)}>{organ.name}</a> : organ.name}</th>
                <td>{said.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface Said {
  readonly text: string
  /** As a length; null where nothing can be drawn of it. */
  readonly value: number | null
  readonly isStated: boolean
}

/** What stands in the table for an organ: its figure, or why there is none. */
function saidBy(entry: OrganOfYear, form: ReportFormat, { cell, kind }: RowChoice): Said {
  const figures = entry.report?.figures
  if (!figures) return none(standingWords(entry))
  if (figures.format !== form.id) return none('按另一种格式编制')
  const value = figure(figures, cell)
  if (value === null || value === '') return none(notStatedWords)
  return { text: figureText(value, kind), value: lengthOf(value), isStated: true }
}

const none = (text: string): Said => ({ text, value: null, isStated: false })

function lengthOf(value: Exclude<Figure, null>): number | null {
  const length = Number(value)
  return Number.isFinite(length) ? length : null
}
