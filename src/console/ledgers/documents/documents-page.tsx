import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { isPlainDate } from '../../../days/plain-date.ts'
import { validities } from '../../../law/validity.ts'
import { registerTerms } from '../../../ledgers/documents/register.ts'
import { documentKeepers } from '../../../ledgers/documents/steps.ts'
import { documentDays, documentSorts, documentSources } from '../../../ledgers/documents/wanted.ts'
import { businessRoles } from '../../../organs/role.ts'
import { DayField } from '../../fields/day-field.tsx'
import type { ListChoices } from '../../lists/filter-bar.tsx'
import { ListViews, Narrowed } from '../../lists/list-bar.tsx'
import { ListPanel } from '../../lists/list-panel.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
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
        <ListViews name="kind" label="文件类别" views={kinds} wanted={{ kind }} first="" />
        <EquationPanel kind={kind} wanted={wanted} />
        <Register kind={kind} show={show} />
        {isEntering ? <EntryDialog onClose={() => setEntering(false)} /> : null}
      </div>
    </Guarded>
  )
}

function Register({ kind, show }: RegisterProps) {
  const { today } = useMe()
  const { wanted } = useWanted()
  const dayId = useId()
  const term = registerTerms.find(({ id }) => id === wanted.term)
  const on = wanted.on && isPlainDate(wanted.on) ? wanted.on : today
  const setDay = (day: string | null) => {
    if (day !== null && isPlainDate(day)) show({ on: day === today ? undefined : day })
  }
  return (
    <ListPanel
      name="documents"
      label="文件清单"
      views={views}
      first="all"
      read={(of) => ledgers.documents({ ...of, kind })}
      search="文件名称、文号"
      wide={DocumentList}
      choices={choices}
      savedAs="documents"
      note={
        <>
          <div className="row ledger-day">
            <label htmlFor={dayId}>有效性截至</label>
            <DayField isNeeded id={dayId} value={on} onChange={setDay} />
          </div>
          {term && wanted.year ? (
            <Narrowed onClear={() => show({ term: undefined, year: undefined })}>
              {wanted.year}年“{term.label}”
            </Narrowed>
          ) : null}
        </>
      }
    />
  )
}

const views = [
  { id: 'all', label: '全部', empty: '还没有登记过文件', hint: '平台发布的文件自动登记，以前制发的点“补登文件”。' },
  ...validities.map(({ id, label }) => ({ id, label, empty: `没有${label}的文件`, hint: '' })),
] as const

const choices: ListChoices = {
  exportAt: 'ledgers/documents/list/export',
  exportTitle: '导出当前列表的全部页；每次导出都记入审计日志',
  days: documentDays,
  sorts: documentSorts,
  filters: [{ id: 'source', label: '登记方式', choices: documentSources }],
}

interface RegisterProps {
  readonly kind: string
  readonly show: ReturnType<typeof useWanted>['show']
}
