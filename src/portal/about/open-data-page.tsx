import { subscriptionAddresses } from '../../subscriptions/addresses.ts'
import { crumbsTo, renderPage } from '../page.tsx'
import type { PageMatter } from '../portal.ts'
import { addresses } from '../site.ts'
import { aboutAddresses } from './addresses.ts'
import { dataCatalogue } from './data-catalogue.ts'
import { licenceOf } from './licence.ts'
import { openDataCatalog } from './linked-data.ts'
import { aboutYearFigures, openDatasets } from './open-data.ts'

const calls = [
  { path: '/api/organs', what: '机关及其已公布的年度报告' },
  { path: '/api/annual-reports/{年度}', what: '各机关一个年度的报告：哪天公布、是否逾期、文件的地址' },
  { path: '/api/organs/{机关代号}/annual-reports/{年度}', what: '一份年度报告：数据、各次公布的版本和文件' },
  { path: '/api/records', what: '已公开的政府信息，最新的在前；可以按机关、栏目、年度筛选' },
  { path: '/api/records/{机关代号}/{编号}', what: '一条信息的要素、正文、附件和相关解读' },
  { path: '/api/search?q={搜索词}', what: '搜索标题、正文、附件和文号' },
] as const

/** 开放数据: what there is for programs, under which terms, and how to cite it. */
export function openDataPage({ view, organs }: PageMatter, years: readonly number[]): string {
  const { site } = view
  return renderPage({
    view,
    title: '开放数据',
    crumbs: crumbsTo(view),
    data: [dataCatalogue({ view, organs, years }), openDataCatalog(site)],
    children: (
      <article className="reading">
        <h1>开放数据</h1>
        <p className="lead">本网站公开的政府信息可以整批下载，也可以由程序读取，不需要注册。</p>
        <Files years={years} />
        <section aria-labelledby="interface">
          <h2 id="interface">数据接口</h2>
          <p>
            下列地址用GET方法读取，返回JSON；别的网站的网页也可以直接读取。参数和返回的各项见
            <a href="/api/openapi.json">接口说明（OpenAPI）</a>，年度报告的数据格式见
            <a href={aboutAddresses.reportSchema}>JSON Schema</a>。
          </p>
          <ul className="rows flush tight">
            {calls.map(({ path, what }) => (
              <li key={path}>
                <code>{path}</code>
                <p className="hint">{what}</p>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="new">
          <h2 id="new">订阅更新</h2>
          <p>
            全站最近公开的信息有<a href="/feed.atom">Atom</a>和<a href="/feed.rss">RSS</a>
            两种订阅地址。各机关、各栏目、规范性文件库和各机关的年度报告另有订阅地址，在相应网页的地址之后加上
            <code>/feed.atom</code>或者<code>/feed.rss</code>，地址末尾已有“/”的不再重复。
            {view.tellsByMail && (
              <>
                也可以<a href={subscriptionAddresses.choose}>用邮件订阅</a>。
              </>
            )}
          </p>
        </section>
        <section aria-labelledby="licence">
          <h2 id="licence">使用条款</h2>
          <p>{licenceOf(site.organiser)}</p>
        </section>
        <section aria-labelledby="cite">
          <h2 id="cite">怎样引用</h2>
          <p>
            写明机关、标题、网址和获取日期，形如：某某局：《某某年政府信息公开工作年度报告》，{site.origin}
            /…，某年某月某日获取。每条信息的网页下方“引用”中有现成的著录文字。
          </p>
        </section>
        <p className="soft">
          供数据目录收录：<a href={aboutAddresses.catalogue}>DCAT目录（JSON-LD）</a>。
        </p>
      </article>
    ),
  })
}

function Files({ years }: { years: readonly number[] }) {
  return (
    <section aria-labelledby="files">
      <h2 id="files">整批下载</h2>
      <p>CSV文件，UTF-8编码，可以用Excel、WPS表格打开。下载时从登记中现取，就是当时公开的全部。</p>
      <dl className="rows flush ways">
        {openDatasets.map((each) => (
          <div key={each.id}>
            <dt>
              <a href={aboutAddresses.dataset(each)}>{each.title}</a>
            </dt>
            <dd>{each.about}</dd>
          </div>
        ))}
        {years.length > 0 && (
          <div>
            <dt>各年度报告的数据，按年度下载</dt>
            <dd>
              {aboutYearFigures}
              <span className="line-of figures">
                {years.map((year) => (
                  <a
                    key={year}
                    href={addresses.figuresOfYear(year)}
                    download=""
                    aria-label={`下载${year}年各机关报告的数据`}
                  >
                    {year}年
                  </a>
                ))}
              </span>
            </dd>
          </div>
        )}
      </dl>
      <p className="soft">以“=”“+”“-”“@”开头的文字前加了单引号，以免表格软件把它当作公式。</p>
    </section>
  )
}
