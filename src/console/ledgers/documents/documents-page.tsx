import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { isPlainDate } from '../../../days/plain-date.ts'
import { validities } from '../../../law/validity.ts'
import { registerTerms } from '../../../ledgers/documents/register.ts'
import { documentKeepers } from '../../../ledgers/documents/steps.ts'
import { businessRoles } from '../../../organs/role.ts'
import { DayField } from '../../fields/day-field.tsx'
import { ListSearch, ListViews, Narrowed } from '../../lists/list-bar.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { ledgers } from '../ledgers-api.ts'
import { ExportRegister } from '../rows/export-register.tsx'
import { WaitingNotice } from '../rows/waiting.tsx'
import { DriftNotice } from '../years/drift-notice.tsx'
import { DocumentList } from './document-list.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EquationPanel } from './equation-panel.tsx'

const kinds = [
  { id: 'normativeDocuments', label: '行政规范性文件' },
  { id: 'rules', label: '规章' },
] as const

/** The register: the year's equation over the list as it stood on a day. */
export function DocumentsPage() {
  const me = useMe()
  const { wanted, show } = useWanted()
  const [isEntering, setEntering] = useState(false)
  const kind = wanted.kind ?? kinds[0].id
  const mayKeep = holds(me, documentKeepers)
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="规章和行政规范性文件"
          lead="平台发布的文件自动登记；以前制发的在此补登。现行有效件数按日期推算，不手工填写。"
        >
          <ExportRegister ledger="normativeDocuments" />
          {mayKeep ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEntering(true)}>
              补登文件
            </Button>
          ) : null}
        </PageHead>
        <DriftNotice under="documents" />
        <WaitingNotice ledger="normativeDocuments" />
        <ListViews name="kind" label="文件类别" views={kinds} wanted={{ kind: wanted.kind }} first={kinds[0].id} />
        <EquationPanel kind={kind} wanted={wanted} />
        <Register kind={kind} show={show} />
        {isEntering ? <EntryDialog onClose={() => setEntering(false)} /> : null}
      </div>
    </Guarded>
  )
}

function Register({ kind, show }: RegisterProps) {
  const { today } = useMe()
  const { wanted, page } = useWanted()
  const dayId = useId()
  const list = useQuery({
    queryKey: ['documents', kind, wanted],
    queryFn: () => ledgers.documents({ ...wanted, kind, page }),
    placeholderData: keepPreviousData,
  })
  const term = registerTerms.find(({ id }) => id === wanted.term)
  const on = wanted.on && isPlainDate(wanted.on) ? wanted.on : today
  const setDay = (day: string | null) => {
    if (day !== null && isPlainDate(day)) show({ on: day === today ? undefined : day })
  }
  return (
    <section className="panel" aria-label="文件清单">
      <div className="row ledger-day">
        <label htmlFor={dayId}>有效性截至</label>
        <DayField isNeeded id={dayId} value={on} onChange={setDay} />
        <ListSearch q={wanted.q} placeholder="文件名称、文号" onSearch={(q) => show({ q })} />
      </div>
      {term && wanted.year ? (
        <Narrowed onClear={() => show({ term: undefined, year: undefined })}>
          {wanted.year}年“{term.label}”
        </Narrowed>
      ) : null}
      <Fetched query={list}>
        {({ items, total, pageSize, standing }) => (
          <>
            <ListViews
              name="standing"
              label="有效性"
              first="any"
              wanted={wanted}
              views={[
                { id: 'any', label: '全部' },
                ...validities.map(({ id, label }) => ({ id, label, count: standing[id] })),
              ]}
            />
            <DocumentList
              items={items}
              isLoading={list.isPlaceholderData}
              paging={{ page, total, pageSize, unit: '件', onPage: (next) => show({ page: next }) }}
            />
          </>
        )}
      </Fetched>
    </section>
  )
}

interface RegisterProps {
  readonly kind: string
  readonly show: ReturnType<typeof useWanted>['show']
}
