import type { Organ } from '../../organs/organ.ts'
import { Contact } from '../contact.tsx'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { aboutAddresses } from './addresses.ts'

/** 关于本站: whose site it is, what stands on it, and how it is kept. */
export function aboutPage(view: View, organs: readonly Organ[]): string {
  return renderPage({
    view,
    title: '关于本站',
    crumbs: crumbsTo(view),
    children: (
      <article className="reading">
        <h1>关于本站</h1>
        <p className="lead">
          {view.site.name}是行政机关依照《中华人民共和国政府信息公开条例》公开政府信息、受理政府信息公开申请的网站，共有
          {organs.length}个机关。
        </p>
        <Runners view={view} organs={organs} />
        <section aria-labelledby="matter">
          <h2 id="matter">网站内容</h2>
          <ul>
            <li>各机关主动公开的政府信息、政府信息公开指南、公开事项目录和政府信息公开工作年度报告。</li>
            <li>
              在线提出政府信息公开申请、查询办理进度。申请不需要注册账户，入口在各机关的“依申请公开”栏目，见
              <a href={aboutAddresses.map}>网站地图</a>。
            </li>
            <li>
              供程序读取和再利用的数据，见<a href={aboutAddresses.data}>开放数据</a>。
            </li>
          </ul>
        </section>
        <section aria-labelledby="care">
          <h2 id="care">内容怎样产生、怎样改动</h2>
          <p>
            每条信息由发布它的机关起草、审核，按照审签通过的文本公开，由该机关负责。公开后更正、废止的，在原网页注明日期和理由；撤回的，原网址说明何时、为何撤回。年度报告公布后更正的，保留各次公布的日期和更正说明。
          </p>
          <p>
            发现内容有误、链接失效的，请在信息、栏目和年度报告的网页下方点击“对本页有疑问、纠错或者意见”，写给公布它的机关，不需要登录；也可以按网页下方的电话、邮箱联系。
          </p>
        </section>
      </article>
    ),
  })
}

function Runners({ view, organs }: { view: View; organs: readonly Organ[] }) {
  const heads = organs.filter(({ parentId }) => parentId === null)
  return (
    <section aria-labelledby="runner">
      <h2 id="runner">主办单位</h2>
      {heads.map((organ) => (
        <div key={organ.id}>
          <h3>
            <a href={addresses.organ(organ)}>{organ.name}</a>
          </h3>
          {organ.undertaker && <p>承办单位：{organ.undertaker}</p>}
          {view.site.organiser?.id !== organ.id && <Contact organ={organ} />}
        </div>
      ))}
      {view.site.organiser && <p>联系方式见页面下方。</p>}
    </section>
  )
}
