import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'
import { printedCode } from '../../requests/receipt.ts'
import type { Submitted } from '../../requests/submit.ts'
import { Contact } from '../contact.tsx'
import { renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { Hidden } from './fields.tsx'
import { crumbsToRequests } from './form-page.ts'

interface ReceiptProps {
  readonly view: View
  readonly organ: Organ
  readonly submitted: Submitted
  readonly today: PlainDate
  /** Of the form that was sent, where this browser can see the receipt again under it. */
  readonly draftKey?: string
  /** Of the page where requests are followed, as a data URL. */
  readonly qr: string
}

/** What the applicant keeps: number, code and secret, and what happens next. */
export function receiptPage({
  view,
  organ,
  submitted: { number, receipt },
  today,
  draftKey,
  qr,
}: ReceiptProps): string {
  return renderPage({
    view,
    title: `申请已提交 - ${organ.name}`,
    shortTitle: '申请已提交',
    crumbs: crumbsToRequests(view, organ),
    // Without an address of its own it is shown once: nothing on it may lead away.
    holdsDraft: draftKey === undefined,
    children: (
      <div className="reading receipt">
        <h1>申请已经提交</h1>
        <p>{organ.name}已经在网上接收您的政府信息公开申请。请保存或者打印回执。</p>
        <dl className="receipt-card">
          <div>
            <dt>申请编号</dt>
            <dd>{number}</dd>
          </div>
          <div>
            <dt>查询码</dt>
            <dd className="code">{printedCode(receipt.code)}</dd>
          </div>
          <div>
            <dt>查询口令</dt>
            <dd className="code">{printedCode(receipt.secret)}</dd>
          </div>
          <div>
            <dt>提交日期</dt>
            <dd>{chineseDate(today)}</dd>
          </div>
        </dl>
        {draftKey && (
          <p className="actions">
            <a className="button" href={`${addresses.receiptFile(organ, draftKey)}`}>
              打印、保存回执（PDF）
            </a>
          </p>
        )}
        <p className="keep-safe">
          <strong>请现在保存查询码和查询口令</strong>
          ，凭它们可以查询进度、补正、撤回、下载答复。
          {draftKey && '一小时内用这个浏览器刷新，还能看到这一页，之后不再显示。'}
          请不要告诉他人；遗失的，请带身份证件与本机关联系。
        </p>
        <h2>接下来</h2>
        <ol>
          <li>
            本机关会按您留下的联系方式与您确认。通过互联网提交的，<strong>双方确认之日为收到申请之日</strong>
            （条例第三十一条）。
          </li>
          <li>自收到申请之日起20个工作日内答复；需要延长的会告知您，最长再延长20个工作日（条例第三十三条）。</li>
          <li>内容不明确的，会在7个工作日内一次性告知您补正（条例第三十条）。</li>
        </ol>
        <div className="follow-code">
          <img src={qr} alt="查询办理进度的二维码" width="132" height="132" />
          <p>
            随时可以<a href={addresses.follow(organ)}>查询办理进度</a>
            ：用手机扫码，或者打开 {view.site.origin}
            {addresses.follow(organ)} ，输入查询码和查询口令。
          </p>
        </div>
        {draftKey && (
          <form method="post" action={`${addresses.ask(organ)}/clear`} className="screen-only">
            <Hidden texts={{ key: draftKey }} />
            <p>在公用电脑上申请的，保存回执后请清除，以免后面的人看到。</p>
            <p className="actions">
              <button type="submit" className="button secondary">
                清除这一页和已填内容
              </button>
            </p>
          </form>
        )}
        <section aria-labelledby="whom" className="print-only">
          <h2 id="whom">联系本机关</h2>
          <Contact organ={organ} />
        </section>
      </div>
    ),
  })
}
