import type { PlainDate } from '../../days/plain-date.ts'
import { feeLadders } from '../../law/fees.ts'
import { inForceOn } from '../../law/in-force.ts'
import type { Organ } from '../../organs/organ.ts'
import { channelOf } from '../../requests/request-channel.ts'
import { onRequest } from '../columns.ts'
import { Contact } from '../contact.tsx'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { freeOfCharge } from './fee-words.ts'
import { PrivacyNotice } from './privacy-notice.tsx'

/** Arts. 28 and 29: every way to ask, what has to be said, how long it takes; in person and by mail always work. */
export function entryPage(view: View, organ: Organ, today: PlainDate): string {
  const column = onRequest(organ.name)
  return renderPage({
    view,
    title: `${organ.name}${column.name}`,
    shortTitle: column.name,
    column,
    crumbs: crumbsTo(view),
    children: (
      <div className="reading">
        <h1>{column.name}</h1>
        <p className="lead">
          公民、法人或者其他组织可以向{organ.name}申请公开政府信息，<strong>不需要说明用途</strong>。
        </p>
        <p className="actions">
          <a className="button" href={addresses.ask(organ)}>
            在线申请
          </a>
          <a className="button secondary" href={addresses.follow(organ)}>
            查询办理进度
          </a>
        </p>
        <Ways organ={organ} />
        <section aria-labelledby="what">
          <h2 id="what">申请时要写什么</h2>
          <ul>
            <li>申请人的姓名或者名称、身份证明、联系方式。</li>
            <li>所需政府信息的名称、文号，或者便于查找的其他特征。</li>
            <li>获取信息的方式和途径，如纸质、电子文件，邮寄、网上下载、当面领取。</li>
          </ul>
          <p>
            依据《中华人民共和国政府信息公开条例》第二十九条，本机关不要求其他内容。有阅读困难或者视听障碍的，可以提出所需的帮助（第四十三条）。
          </p>
        </section>
        <TimeLimits />
        <Fees today={today} />
        <section aria-labelledby="remedies">
          <h2 id="remedies">不服答复怎么办</h2>
          <p>
            认为本机关的答复侵犯您的合法权益的，可以依法申请行政复议或者提起行政诉讼，答复书会写明受理机关和期限；也可以向上一级机关或者政府信息公开工作主管部门投诉、举报（条例第五十一条）。
          </p>
        </section>
        <PrivacyNotice organ={organ} />
      </div>
    ),
  })
}

function Ways({ organ }: { organ: Organ }) {
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">怎样申请</h2>
      <dl className="rows flush ways">
        <div>
          <dt>当面提交</dt>
          <dd>
            工作时间到{organ.ogiWorkBody || organ.name}
            提交申请表。书写确有困难的，可以口头提出，由工作人员代为填写。当面提交的申请不会被拒收。
          </dd>
        </div>
        <div>
          <dt>邮寄</dt>
          <dd>寄到下面的地址，信封上请注明“政府信息公开申请”。邮寄的申请不会被拒收。</dd>
        </div>
        <div>
          <dt>网上申请</dt>
          <dd>
            在本页<a href={addresses.ask(organ)}>在线申请</a>，不需要注册账户，提交后凭查询码查询进度、接收答复。
          </dd>
        </div>
      </dl>
      <p>
        当面提交和邮寄的，可以使用<a href={addresses.blankForm(organ)}>政府信息公开申请表（可打印）</a>
        ，也可以自己写明下面的内容。
      </p>
      <h3>受理机构</h3>
      <Contact organ={organ} />
    </section>
  )
}

function TimeLimits() {
  const shown = ['inPerson', 'registeredMail', 'ordinaryMail', 'online'] as const
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">多长时间答复</h2>
      <p>
        能够当场答复的，当场答复；不能当场答复的，自收到申请之日起<strong>20个工作日</strong>
        内答复。需要延长的，经本机关政府信息公开工作机构负责人同意并告知您，延长最长不超过20个工作日（条例第三十三条）。征求第三方和其他机关意见所需时间不计算在内。
      </p>
      <table className="plain-table words">
        <caption>哪一天算“收到申请之日”（条例第三十一条）</caption>
        <thead>
          <tr>
            <th scope="col">申请渠道</th>
            <th scope="col">收到申请之日</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(channelOf).map(({ id, label, ruleText }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{ruleText}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Fees({ today }: { today: PlainDate }) {
  const ladder = feeLadders.find((each) => inForceOn(each, today))
  return (
    <section aria-labelledby="fees">
      <h2 id="fees">收费</h2>
      <p>
        提供政府信息<strong>不收取费用</strong>
        。只有申请的数量、频次明显超过合理范围的，本机关才可以收取信息处理费（条例第四十二条）
        {ladder ? freeOfCharge(ladder) : ''}
        。收费的，会事先书面通知。
      </p>
    </section>
  )
}
