import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { yearOf } from '../../../days/plain-date.ts'
import { type Equation, type RegisterTerm, registerTerms } from '../../../ledgers/documents/register.ts'
import { query } from '../../api.ts'
import { useMe } from '../../session/me.ts'
import type { Wanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'
import { ledgers } from '../ledgers-api.ts'

const shownYears = 4
const main = ['inForceBefore', 'issued', 'repealed', 'expired'] as const satisfies readonly RegisterTerm[]
const beside = ['pendingBefore', 'pendingAfter', 'repealedAfterExpiry'] as const satisfies readonly RegisterTerm[]
const signs = ['', '＋', '－', '－'] as const

const termOf = (id: RegisterTerm) => {
  const term = registerTerms.find((each) => each.id === id)
  if (!term) throw new Error(`no term ${id}`)
  return term
}

/** 上年现行有效 + 制发 − 废止 − 失效 = 本年现行有效, year by year; every number opens its list. */
export function EquationPanel({ kind, wanted }: { kind: string; wanted: Wanted }) {
  const equations = useQuery({ queryKey: ['documents', 'equations', kind], queryFn: () => ledgers.equations(kind) })
  const [isWhole, setWhole] = useState(false)
  return (
    <section className="panel gap-below" aria-label="逐年推算">
      <Fetched query={equations}>
        {({ items }) => (
          <>
            <div className="wide-table">
              <table className="plain-table counts-table equation-table">
                <caption className="read-only-text">上年现行有效、本年制发、废止、失效和本年现行有效，逐年</caption>
                <thead>
                  <tr>
                    <th scope="col">年度</th>
                    {main.map((id, index) => (
                      <th scope="col" key={id}>
                        {signs[index] ? (
                          <span aria-hidden="true" className="equation-sign">
                            {signs[index]}
                          </span>
                        ) : null}
                        {termOf(id).label}
                      </th>
                    ))}
                    <th scope="col">另加、另减</th>
                    <th scope="col">
                      <span aria-hidden="true" className="equation-sign">
                        ＝
                      </span>
                      {termOf('inForce').label}
                    </th>
                    <th scope="col" className="equation-apart">
                      本年修改
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.slice(0, isWhole ? undefined : shownYears).map((equation) => (
                    <Year key={equation.year} equation={equation} kind={kind} wanted={wanted} />
                  ))}
                </tbody>
              </table>
            </div>
            {items.length > shownYears ? (
              <Button type="link" size="small" onClick={() => setWhole(!isWhole)}>
                {isWhole ? '只看近四年' : `看全部${items.length}年`}
              </Button>
            ) : null}
          </>
        )}
      </Fetched>
    </section>
  )
}

function Year({ equation, kind, wanted }: { equation: Equation; kind: string; wanted: Wanted }) {
  const { year } = equation
  const thisYear = yearOf(useMe().today)
  const number = (id: RegisterTerm) => (
    <Figure
      key={id}
      to={query({ kind, view: 'all', year, term: id })}
      label={`${year}年${termOf(id).label}`}
      count={equation[id]}
      isShown={wanted.year === String(year) && wanted.term === id}
    />
  )
  const said = beside.filter((id) => equation[id] > 0)
  return (
    <tr>
      <th scope="row">
        {year}年{year === thisYear ? <div className="quiet">推算至年末</div> : null}
      </th>
      {main.map((id) => (
        <td key={id}>{number(id)}</td>
      ))}
      <td className="equation-said underlined">
        {said.map((id) => (
          <span key={id}>
            {termOf(id).sign > 0 ? '＋' : '－'}
            {termOf(id).label} {number(id)}
          </span>
        ))}
      </td>
      <td>{number('inForce')}</td>
      <td className="equation-apart">{number('amended')}</td>
    </tr>
  )
}

function Figure({ to, label, count, isShown }: { to: string; label: string; count: number; isShown: boolean }) {
  if (count === 0) return <span className="quiet">0</span>
  return (
    <Link to={{ search: to }} aria-label={`${label}${count}件，打开清单`} aria-current={isShown ? 'true' : undefined}>
      {count}
    </Link>
  )
}
