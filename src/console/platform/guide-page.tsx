import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { chineseDate } from '../../days/plain-date.ts'
import { platformEditors } from '../../platform/columns/column.ts'
import type { GuideFact, GuideView } from '../../platform/guide/guide.ts'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { GuideForm } from './guide-form.tsx'
import { platform } from './platform-api.ts'

/** The guide of art. 12: what of it is filed, what is not, and the form for the rest. */
export function GuidePage() {
  const query = useQuery({ queryKey: ['guide'], queryFn: platform.guide })
  return (
    <Guarded to={platformEditors}>
      <div className="page">
        <PageHead
          title="公开指南"
          lead="指南由登记的内容自动生成（条例第十二条）。没有登记的内容不出现在公开页面上，只在这里提示。"
        >
          {query.data ? (
            <Button href={query.data.address} target="_blank">
              查看公开页面
            </Button>
          ) : null}
        </PageHead>
        <Fetched query={query}>
          {(view) => (
            <div className="columns guide-parts">
              <GuideForm guide={view.guide} />
              <Checklist view={view} />
            </div>
          )}
        </Fetched>
      </div>
    </Guarded>
  )
}

function Checklist({ view: { checklist, changedOn } }: { view: GuideView }) {
  const missing = checklist.filter(({ value }) => value === null).length
  return (
    <section className="panel guide-checklist" aria-labelledby="checklist">
      <div className="panel-head">
        <h2 id="checklist">登记情况</h2>
        <span className={missing > 0 ? 'late' : 'quiet'}>{missing > 0 ? `▲ ${missing}项未登记` : '● 全部登记'}</span>
      </div>
      <ul className="ruled">
        {checklist.map((fact) => (
          <li key={fact.id}>
            <span className="between">
              <span>{fact.label}</span>
              <span className="quiet">{fact.article}</span>
            </span>
            {fact.value === null ? <Missing fact={fact} /> : <span className="guide-value">{fact.value}</span>}
          </li>
        ))}
      </ul>
      {changedOn ? <p className="quiet">指南最近修改于{chineseDate(changedOn)}。</p> : null}
    </section>
  )
}

const wheres = {
  guide: '在本页填写',
  organ: '在“机关信息”填写',
  settings: '在“设置”填写',
  ledger: '发布信息或者导入台账时登记',
} as const

function Missing({ fact: { place } }: { fact: GuideFact }) {
  const isSystem = holds(useMe(), ['systemAdmin'])
  const link = isSystem && (place === 'organ' || place === 'settings') ? `/${place}` : null
  return (
    <span className="underlined" data-tone="soon">
      <span aria-hidden="true">▲</span> 未登记，{link ? <Link to={link}>{wheres[place]}</Link> : wheres[place]}
      {!isSystem && (place === 'organ' || place === 'settings') ? '（系统管理员）' : ''}
    </span>
  )
}
