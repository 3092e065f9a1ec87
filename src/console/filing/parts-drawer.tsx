import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { cellName } from '../../report/cell-name.ts'
import { declaredFormat } from '../../report/declared-format.ts'
import type { Collected } from '../../report/filing/collected.ts'
import type { CellPart } from '../../report/filing/store/accepted.ts'
import { type CellRef, cellId, figure } from '../../report/report.ts'
import { useGiveFocusBack } from '../fields/give-focus-back.ts'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { Fetched } from '../states/fetched.tsx'
import { filings, filingsKey } from './filing-api.ts'

interface Props {
  readonly year: number
  readonly cell: CellRef
  readonly sum: Collected['sum']
  readonly onClose: () => void
}

const pageSize = 50

/** A cell of the sum opened: which organ adds what, the largest first, and what each had last year. */
export function PartsDrawer({ year, cell, sum, onClose }: Props) {
  const id = cellId(cell)
  const parts = useQuery({ queryKey: [...filingsKey, year, 'parts', id], queryFn: () => filings.parts(year, id) })
  const [page, setPage] = useState(1)
  useGiveFocusBack()
  return (
    <Drawer open size={640} title={cellName(sum ? declaredFormat(sum) : reportFormat2021, cell)} onClose={onClose}>
      <p className="gap-below">
        合计<strong>{sum ? (figure(sum, cell) ?? '均未载明') : ''}</strong>
      </p>
      <Fetched query={parts}>
        {({ items }) => (
          <LedgerList
            items={items.toSorted(bySize).slice((page - 1) * pageSize, page * pageSize)}
            columns={columnsOf(year)}
            keyOf={(part) => part.id}
            empty="没有计入的机关"
            paging={{ page, total: items.length, pageSize, onPage: setPage, unit: '个机关' }}
          />
        )}
      </Fetched>
    </Drawer>
  )
}

/** What is not stated stands first: somebody has to ask. */
const bySize = (a: CellPart, b: CellPart): number =>
  (b.value === null ? Number.POSITIVE_INFINITY : Number(b.value)) -
    (a.value === null ? Number.POSITIVE_INFINITY : Number(a.value)) || 0

const columnsOf = (year: number): readonly ListColumn<CellPart>[] => [
  { title: '机关', render: ({ id, name }) => <Link to={`/filings/${year}/${id}`}>{name}</Link> },
  { title: `${year}年`, width: 110, align: 'right', render: ({ value }) => String(value ?? '未载明') },
  { title: `${year - 1}年`, width: 110, align: 'right', render: ({ before }) => String(before ?? '') },
]
