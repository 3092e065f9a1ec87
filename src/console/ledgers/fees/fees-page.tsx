import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { administrativeFeesLedger } from '../../../ledgers/administrative-fee-ledger.ts'
import { type FeeItem, type FeeSum, feeForm } from '../../../ledgers/fees/fee.ts'
import { yuanToWan } from '../../../money/yuan.ts'
import { businessRoles } from '../../../organs/role.ts'
import { query } from '../../api.ts'
import { FormDialog } from '../../fields/form-dialog.tsx'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import { ListSearch, Narrowed } from '../../lists/list-bar.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { CellFields } from '../cell-fields.tsx'
import { ledgers, rowAddress } from '../ledgers-api.ts'
import { ExportRegister } from '../rows/export-register.tsx'
import { WaitingMark, WaitingNotice } from '../rows/waiting.tsx'
import { DriftNotice } from '../years/drift-notice.tsx'
import { type YearSum, yearSums } from './year-sums.ts'

/** 行政事业性收费: what came in by year and item, and every receipt of a year. */
export function FeesPage() {
  const me = useMe()
  const [isEntering, setEntering] = useState(false)
  const sums = useQuery({ queryKey: ['fees', 'sums'], queryFn: ledgers.feeSums })
  const mayEnter = holds(me, ['clerk'])
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="行政事业性收费"
          lead="一张票据一条，金额以元为单位，退费登记为负数。年度报告以万元为单位，由系统换算。"
        >
          <ExportRegister ledger="administrativeFees" />
          {mayEnter ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEntering(true)}>
              登记票据
            </Button>
          ) : null}
        </PageHead>
        <DriftNotice under="fees" />
        <WaitingNotice ledger="administrativeFees" />
        <section className="panel gap-below" aria-label="逐年合计">
          <Fetched query={sums}>{({ items }) => <Sums sums={items} />}</Fetched>
        </section>
        <Receipts />
        {isEntering ? <FeeDialog onClose={() => setEntering(false)} /> : null}
      </div>
    </Guarded>
  )
}

function Sums({ sums }: { sums: readonly FeeSum[] }) {
  if (sums.length === 0)
    return <p className="quiet">还没有登记过票据。没有收费的年度，请在“年度台账情况”中确认为零。</p>
  return (
    <div className="wide-table">
      <table className="plain-table counts-table">
        <caption className="read-only-text">收费金额，按年度和收费项目</caption>
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col">收费项目</th>
            <th scope="col" className="number">
              票据
            </th>
            <th scope="col" className="number">
              金额（元）
            </th>
            <th scope="col" className="number">
              金额（万元）
            </th>
          </tr>
        </thead>
        {yearSums(sums).map((sum) => (
          <YearRows key={sum.year} sum={sum} />
        ))}
      </table>
    </div>
  )
}

function YearRows({ sum: { year, receipts, amount, items } }: { sum: YearSum }) {
  const { wanted } = useWanted()
  return (
    <tbody>
      <tr className="sum-row">
        <th scope="row">{year}年</th>
        <td>合计</td>
        <td className="number">
          <Link
            to={{ search: query({ year }) }}
            aria-current={wanted.year === String(year) && !wanted.item ? 'true' : undefined}
            aria-label={`${year}年的票据，打开清单`}
          >
            {receipts}
          </Link>
        </td>
        <td className="number">{amount}</td>
        <td className="number">
          <strong>{yuanToWan(amount)}</strong>
        </td>
      </tr>
      {items.map((of) => (
        <tr key={of.item}>
          <td />
          <td>{of.item}</td>
          <td className="number">
            <Link to={{ search: query({ year, item: of.item }) }} aria-label={`${year}年${of.item}的票据，打开清单`}>
              {of.receipts}
            </Link>
          </td>
          <td className="number">{of.amount}</td>
          <td className="number">{yuanToWan(of.amount)}</td>
        </tr>
      ))}
    </tbody>
  )
}

function Receipts() {
  const { wanted, page, show } = useWanted()
  const list = useQuery({
    queryKey: ['fees', wanted],
    queryFn: () => ledgers.fees({ ...wanted, page }),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="panel" aria-label="票据清单">
      <Fetched query={list}>
        {({ items, total, pageSize, amount, year }) => (
          <>
            <div className="queue-bar">
              <h2>
                {year}年的票据<span className="quiet count">合计 {amount} 元</span>
              </h2>
              <ListSearch q={wanted.q} placeholder="票据号码、收费项目" onSearch={(q) => show({ q })} />
            </div>
            {wanted.item ? <Narrowed onClear={() => show({ item: undefined })}>{wanted.item}</Narrowed> : null}
            <LedgerList
              items={items}
              columns={columns}
              keyOf={({ id }) => id}
              isLoading={list.isPlaceholderData}
              empty={wanted.q || wanted.item ? '没有这样的票据' : `没有登记${year}年的票据`}
              paging={{ page, total, pageSize, unit: '张', onPage: (next) => show({ page: next }) }}
            />
          </>
        )}
      </Fetched>
    </section>
  )
}

const columns: readonly ListColumn<FeeItem>[] = [
  {
    title: '票据号码',
    render: ({ id, receiptNumber }) => (
      <span className="queue-what">
        <Link
          className="day-text"
          to={rowAddress('administrativeFees', id)}
          aria-label={`票据${receiptNumber}，打开登记`}
        >
          {receiptNumber}
        </Link>
        <WaitingMark ledger="administrativeFees" id={id} />
      </span>
    ),
  },
  { title: '收费项目', render: ({ item }) => item },
  { title: '日期', width: 130, render: ({ collectedOn }) => <span className="day-text">{collectedOn}</span> },
  {
    title: '金额（元）',
    width: 160,
    align: 'right',
    render: ({ amount }) =>
      amount.startsWith('-') ? (
        <span className="day-text">
          <span className="tag-quiet">退费</span> {amount}
        </span>
      ) : (
        <span className="day-text">{amount}</span>
      ),
  },
]

function FeeDialog({ onClose }: { onClose: () => void }) {
  const { today } = useMe()
  const client = useQueryClient()
  const save = async (checked: unknown) => {
    await ledgers.addFee(checked)
    await client.invalidateQueries({ queryKey: ['fees'] })
  }
  return (
    <FormDialog
      title="登记票据"
      about=""
      action="登记"
      schema={feeForm(today)}
      initial={{ receiptNumber: '', item: '', collectedOn: today, amount: '' }}
      save={save}
      onClose={onClose}
    >
      <CellFields columns={administrativeFeesLedger.columns} today={today} />
    </FormDialog>
  )
}
