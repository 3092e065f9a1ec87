import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { CaseView } from '../../requests/case-view.ts'
import { isConcluded } from '../../requests/request-status.ts'
import { Panel } from '../requests/case/panel.tsx'
import { holds, useMe } from '../session/me.ts'
import { NamedCases } from './named-cases.tsx'
import { remediesApi } from './remedies-api.ts'

/** The reconsiderations and suits about a request, and the way to register one. */
export function RemediesOfRequest({ view: { id, status } }: { view: CaseView }) {
  const me = useMe()
  const { data } = useQuery({ queryKey: ['remedies', 'ofRequest', id], queryFn: () => remediesApi.ofRequest(id) })
  const items = data?.items ?? []
  const mayOpen = holds(me, ['clerk', 'legalStaff', 'ogiHead'])
  const another = mayOpen && isConcluded(status) ? <OpenCase id={id} /> : null
  if (items.length > 0) return <NamedCases title="复议、诉讼" items={items} more={another} />
  if (!another) return null
  return (
    <Panel title="复议、诉讼" printed={false}>
      <p className="quiet">没有登记过。收到受理、应诉通知的，请登记。</p>
      {another}
    </Panel>
  )
}

const OpenCase = ({ id }: { readonly id: string }) => (
  <Link className="no-print gap-above" to={`/ledgers/remedies/new?request=${id}`}>
    <Button size="small">登记复议、诉讼</Button>
  </Link>
)
