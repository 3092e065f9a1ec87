import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { type LedgerYear, ledgerLabel, yearConfirmers } from '../../../ledgers/years/ledger-year.ts'
import { notKept } from '../../../ledgers/years/state.ts'
import { importWords } from '../../../ledgers/years/state-words.ts'
import { businessRoles } from '../../../organs/role.ts'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { WholeDays } from '../../whole-days.tsx'
import { type LedgerYears, ledgers } from '../ledgers-api.ts'
import { DriftNotice } from './drift-notice.tsx'
import { ConfirmDialog, EndDialog } from './year-dialogs.tsx'
import { YearMark } from './year-mark.tsx'

/** 年度台账情况: of each ledger and year whether it was kept here, imported, confirmed by name, or not kept. */
export function YearsPage() {
  const { wanted, show } = useWanted()
  const view = useQuery({ queryKey: ['ledgers', 'years', wanted.year], queryFn: () => ledgers.year(wanted.year) })
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="年度台账情况"
          lead="年度报告的每个数都来自台账。没有登记的不等于零：在本平台登记的、由文件导入的、有人署名确认的才能写进报告；有一张台账未登记、未确认，该年度的报告就不能公布。"
        />
        <DriftNotice under="ledgers" />
        <Fetched query={view}>{(of) => <OfYear of={of} onYear={(year) => show({ year })} />}</Fetched>
      </div>
    </Guarded>
  )
}

interface Opened {
  readonly what: 'confirm' | 'end'
  readonly of: LedgerYear
}

function OfYear({ of, onYear }: { of: LedgerYears; onYear: (year: number) => void }) {
  const { year, years, isOver, isPublished, ledgers: all } = of
  const [opened, setOpened] = useState<Opened | null>(null)
  const mayConfirm = holds(useMe(), yearConfirmers) && isOver
  const close = () => setOpened(null)
  return (
    <section className="panel" aria-label={`${year}年的台账`}>
      <div className="panel-head">
        <h2>{year}年的台账</h2>
        <Select
          aria-label="年度"
          value={year}
          onChange={onYear}
          options={years.map((each) => ({ value: each, label: `${each}年` }))}
        />
      </div>
      <Verdict of={of} />
      <LedgerList
        items={all}
        columns={mayConfirm ? [...columns, acts(isPublished, setOpened)] : columns}
        keyOf={({ ledger }) => ledger}
        empty="没有台账"
      />
      {opened?.what === 'confirm' ? <ConfirmDialog of={opened.of} onClose={close} /> : null}
      {opened?.what === 'end' ? <EndDialog of={opened.of} onClose={close} /> : null}
    </section>
  )
}

function Verdict({ of: { year, isOver, isPublished, ledgers: all } }: { of: LedgerYears }) {
  const missing = notKept(all).length
  if (!isOver)
    return <Alert className="gap-below" type="info" showIcon title={`${year}年尚未结束，年度结束以后才能确认。`} />
  const title =
    missing === 0
      ? `${year}年的${all.length}张台账情况都清楚${isPublished ? '，年度报告已经公布' : '，年度报告可以公布'}。`
      : `${year}年有${missing}张台账未登记、未确认，${isPublished ? '已公布的报告要更正时须先补齐' : '年度报告还不能公布'}。`
  return <Alert className="gap-below" type={missing === 0 ? 'success' : 'warning'} showIcon title={title} />
}

const columns: readonly ListColumn<LedgerYear>[] = [
  { title: '台账', width: 190, render: ({ ledger }) => <strong>{ledgerLabel(ledger)}</strong> },
  { title: '情况', width: 170, render: ({ state, rows }) => <YearMark state={state} rows={rows} /> },
  {
    title: '条数',
    width: 130,
    align: 'right',
    render: ({ rows, standing }) => (
      <span className="day-text">
        {rows}
        {standing === null ? null : <span className="quiet">（现行有效{standing}）</span>}
      </span>
    ),
  },
  { title: '依据', render: (of) => <Ground of={of} /> },
]

/** Who, when, by which file; for what is not known, why and what to do. */
function Ground({ of }: { of: LedgerYear }) {
  const { state, keptSince, enteredHere, confirmation, lack } = of
  if (state === 'notKept') return <WholeDays>{lack}</WholeDays>
  if (state === 'confirmed' && confirmation)
    return (
      <span className="stacked">
        <span>
          <WholeDays>{`${confirmation.name}，${confirmation.on}`}</WholeDays>
        </span>
        <span className="quiet">{confirmation.words}</span>
      </span>
    )
  const since = keptSince && enteredHere > 0 ? `${keptSince}起在本平台登记` : ''
  if (state === 'kept') return <WholeDays>{since}</WholeDays>
  return (
    <span className="stacked">
      <span>
        <WholeDays>{importWords(of)}</WholeDays>
      </span>
      {since ? (
        <span className="quiet">
          <WholeDays>{since}</WholeDays>
        </span>
      ) : null}
    </span>
  )
}

const acts = (isPublished: boolean, onOpen: (opened: Opened) => void): ListColumn<LedgerYear> => ({
  title: '办理',
  width: 130,
  render: (of) => {
    const label = ledgerLabel(of.ledger)
    if (of.state === 'notKept')
      return (
        <Button
          size="small"
          onClick={() => onOpen({ what: 'confirm', of })}
          aria-label={`${of.rows === 0 ? '确认为零' : '确认没有遗漏'}：${label}`}
        >
          {of.rows === 0 ? '确认为零' : '确认没有遗漏'}
        </Button>
      )
    if (of.state !== 'confirmed') return null
    return (
      <Button
        size="small"
        disabled={isPublished}
        title={isPublished ? '该年度的报告已经公布，据以公布的确认不能撤销' : undefined}
        onClick={() => onOpen({ what: 'end', of })}
        aria-label={`撤销确认：${label}`}
      >
        撤销确认
      </Button>
    )
  },
})
