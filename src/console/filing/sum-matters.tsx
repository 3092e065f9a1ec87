import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { cellName } from '../../report/cell-name.ts'
import type { Collected, FoundIn } from '../../report/filing/collected.ts'
import { cellId } from '../../report/report.ts'
import { cellsOf } from '../../report/sheet.ts'
import { Panel } from '../requests/case/panel.tsx'

/** Whatever somebody should look at before the sum is used: blanks, sums, last year, the law, figures far from others, same words. */
export function SumMatters({ collected }: { collected: Collected }) {
  const { blank, sums, lastYear, law, others, outliers, same, sameFigures, year } = collected
  return (
    <>
      <Found title="与自身合计不符" found={sums} year={year} />
      <Found title="与上年不衔接" found={lastYear} year={year} />
      <Found title="与法定格式、权限不符" found={law} year={year} />
      <Found title="其他检查结果" found={others} year={year} />
      <Matter title="没有载明、没有读出的格" count={blank.length} none="各机关都载明了全部数字。">
        {blank.map(({ file, organ, unread, blank: left }) => (
          <li key={file}>
            <strong>{organ ?? file}</strong>：{lackingOf(left, '没有载明')}
            {lackingOf(unread, '没有读出')}
          </li>
        ))}
      </Matter>
      <Matter title="与同类机关、与上年相差很大的数" count={outliers.length} none="没有相差很大的数。">
        {outliers.map(({ organ, cell, name, value, against, other }) => (
          <li key={`${organ} ${cellId(cell)} ${against}`}>
            <strong>{organ}</strong>：{name}
            {value}，{against === 'peers' ? `同类机关中位数为${other}` : `上年为${other}`}
          </li>
        ))}
      </Matter>
      <Matter title="全部数字都相同的机关" count={sameFigures.length} none="没有全部数字都相同的机关。">
        {sameFigures.map((organs) => (
          <li key={organs.join(' ')}>{organs.join('、')}</li>
        ))}
      </Matter>
      <Matter title="几个机关写得一样的话" count={same.length} none="没有几个机关写得一样的话。">
        {same.map(({ sentence, organs }) => (
          <li key={sentence}>
            “{sentence}”<span className="quiet">（{organs.join('、')}）</span>
          </li>
        ))}
      </Matter>
    </>
  )
}

const mostNamed = 6

/** The first of some cells, and how many there are. */
function lackingOf(keys: readonly string[], what: string): string {
  if (keys.length === 0) return ''
  const named = keys.slice(0, mostNamed).map(nameOf).join('、')
  return `${named}${keys.length > mostNamed ? `等${keys.length}格` : ''}${what}。`
}

/** `penalty/decisions` with its table before it, as printed. */
function nameOf(key: string): string {
  const cell = cellsOf(reportFormat2021).find((each) => `${each.table}/${each.row}/${each.column}` === key)
  return cell ? cellName(reportFormat2021, cell) : key
}

function Found({ title, found, year }: { title: string; found: readonly FoundIn[]; year: number }) {
  return (
    <Matter title={title} count={found.length} none="没有发现。">
      {found.map(({ id, organ, findings }) => (
        <li key={id}>
          <Link to={`/filings/${year}/${id}?part=findings`}>{organ}</Link>：
          {findings.map(({ message }) => message).join(' ')}
        </li>
      ))}
    </Matter>
  )
}

interface MatterProps {
  readonly title: string
  readonly count: number
  readonly none: string
  readonly children: ReactNode
}

function Matter({ title, count, none, children }: MatterProps) {
  return (
    <Panel title={title} count={count}>
      {count === 0 ? <p className="quiet">{none}</p> : <ul className="plain-list">{children}</ul>}
    </Panel>
  )
}
