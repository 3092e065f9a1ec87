import type { Organ } from '../../organs/organ.ts'
import { addressOf } from '../disclosure/platform.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import type { OrganPlaces } from '../search/places.ts'
import { addresses } from '../site.ts'
import { aboutAddresses } from './addresses.ts'

const ofSite = [
  { name: '搜索', path: addresses.search(null) },
  { name: '关于本站', path: aboutAddresses.about },
  { name: '无障碍声明', path: aboutAddresses.accessibility },
  { name: '隐私声明', path: aboutAddresses.privacy },
  { name: '开放数据', path: aboutAddresses.data },
] as const

/** 网站地图: every organ with its pages and columns. */
export function siteMapPage(view: View, places: readonly OrganPlaces[]): string {
  return renderPage({
    view,
    title: '网站地图',
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>网站地图</h1>
        <section aria-labelledby="site">
          <h2 id="site">{view.site.name}</h2>
          <ul className="line-of">
            {view.site.hasHome && <Way name="首页" path={addresses.home} />}
            {ofSite.map((way) => (
              <Way key={way.path} {...way} />
            ))}
          </ul>
        </section>
        {places.map((each) => (
          <OrganWays key={each.organ.id} {...each} />
        ))}
      </>
    ),
  })
}

const Way = ({ name, path }: { name: string; path: string }) => (
  <li>
    <a href={path}>{name}</a>
  </li>
)

const standing = (organ: Organ) => [
  { name: '最近公开的信息', path: addresses.records(organ) },
  { name: '政府信息公开指南', path: addresses.guide(organ) },
  { name: '政府信息公开目录', path: addresses.recordCatalogue(organ) },
  { name: '公开事项目录', path: addresses.catalogue(organ) },
  { name: '政府信息公开年报', path: addresses.reports(organ) },
  { name: '依申请公开', path: addresses.requests(organ) },
  { name: '查询办理进度', path: addresses.follow(organ) },
  { name: '查看对意见的答复', path: addresses.feedbackAnswer(organ) },
]

/** Columns that are pages of their own, such as the guide, stand among these once. */
function OrganWays({ organ, columns }: OrganPlaces) {
  const always = standing(organ)
  const own = columns
    .map((column) => ({ name: column.name, path: addressOf(organ, column) }))
    .filter(({ path }) => !always.some((way) => way.path === path))
  const id = `organ-${organ.slug}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <a href={addresses.organ(organ)}>{organ.name}</a>
      </h2>
      <ul className="line-of">
        {[...always, ...own].map((way) => (
          <Way key={way.path} {...way} />
        ))}
      </ul>
    </section>
  )
}
