import { useQuery } from '@tanstack/react-query'
import { Alert, Grid } from 'antd'
import { useState } from 'react'
import { businessRoles } from '../../organs/role.ts'
import { platformEditors } from '../../platform/columns/column.ts'
import { type CoverageRow, type CoverageState, coverageStates } from '../../supervision/coverage/coverage.ts'
import { platform } from '../platform/platform-api.ts'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { CoverageList } from './coverage-list.tsx'
import { CoverageMark, type CoverageWish } from './coverage-marks.tsx'
import { CoverageMatrix } from './coverage-matrix.tsx'
import { Declare, EndDeclaration } from './declaration-dialogs.tsx'

/** What arts. 20 and 21 ask of the organ, against what stands in its columns. */
export function CoveragePage() {
  const canDeclare = holds(useMe(), ['ogiHead'])
  const isWide = Grid.useBreakpoint().lg ?? true
  const query = useQuery({ queryKey: ['coverage'], queryFn: platform.coverage })
  const [wish, setWish] = useState<CoverageWish | null>(null)
  const List = isWide ? CoverageMatrix : CoverageList
  return (
    <Guarded to={[...businessRoles, ...platformEditors]}>
      <div className="page">
        <PageHead
          title="公开覆盖"
          lead="条例第二十条15项和第二十一条事项，对照各栏目已公开的信息。本机关确实没有的，由工作机构负责人声明，写明理由和下次核对日期，并在平台公布。"
        />
        <Fetched query={query}>
          {(view) => (
            <>
              <Due rows={view.rows} />
              <div className="panel">
                <Summary rows={view.rows} />
                <List view={view} onWish={canDeclare ? setWish : undefined} />
              </div>
            </>
          )}
        </Fetched>
        {wish?.what === 'declare' ? <Declare row={wish.row} onClose={() => setWish(null)} /> : null}
        {wish?.what === 'end' ? <EndDeclaration row={wish.row} onClose={() => setWish(null)} /> : null}
      </div>
    </Guarded>
  )
}

function Summary({ rows }: { rows: readonly CoverageRow[] }) {
  const count = (state: CoverageState) => rows.filter((row) => row.state === state).length
  return (
    <ul className="facts-line gap-below" aria-label="各种情况的项数">
      {coverageStates
        .filter(({ id }) => count(id) > 0)
        .map(({ id }) => (
          <li key={id}>
            <CoverageMark state={id} /> {count(id)}项
          </li>
        ))}
    </ul>
  )
}

/** What the head of the work body must look at again. */
function Due({ rows }: { rows: readonly CoverageRow[] }) {
  const due = rows.filter(({ state }) => state === 'reviewDue' || state === 'contradicted')
  if (due.length === 0) return null
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={`${due.length}项“本机关无此项”声明需要核对`}
      description={due.map(({ label }) => label).join('；')}
    />
  )
}
