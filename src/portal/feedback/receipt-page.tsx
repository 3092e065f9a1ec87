import { chineseDate } from '../../days/plain-date.ts'
import type { Submitted } from '../../feedback/actions/submit.ts'
import type { Organ } from '../../organs/organ.ts'
import { printedCode } from '../../requests/receipt.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { receiptHours } from '../requests/limits.ts'
import { addresses } from '../site.ts'
import type { SpokenOfPage } from './page-of.ts'

interface ReceiptProps {
  readonly view: View
  readonly organ: Organ
  readonly page: Pick<SpokenOfPage, 'path' | 'title'>
  readonly submitted: Submitted
  /** The answer goes to the address that was left, too. */
  readonly byMail: boolean
  /** Of a page of its own address; undefined: it is the answer to the form itself. */
  readonly draftKey?: string
}

/** That it has come, by when it is answered, and the code under which the answer is read. */
export function feedbackReceiptPage({ view, organ, page, submitted, byMail, draftKey }: ReceiptProps): string {
  const { feedback, code } = submitted
  return renderPage({
    view,
    title: `已经收到 - ${organ.name}`,
    shortTitle: '已经收到',
    crumbs: crumbsTo(view),
    // The answer itself is shown once: nothing on it may lead away.
    holdsDraft: draftKey === undefined,
    children: (
      <div className="reading receipt">
        <h1>已经收到，谢谢您</h1>
        <dl className="receipt-card">
          <div>
            <dt>受理机关</dt>
            <dd>{organ.name}</dd>
          </div>
          <div>
            <dt>编号</dt>
            <dd>{feedback.number}</dd>
          </div>
          <div>
            <dt>查询码</dt>
            <dd className="code">{printedCode(code)}</dd>
          </div>
          <div>
            <dt>答复期限</dt>
            <dd>{chineseDate(feedback.dueOn)}</dd>
          </div>
          <div>
            <dt>查询网址</dt>
            <dd>{view.site.origin + addresses.feedbackAnswer(organ)}</dd>
          </div>
        </dl>
        <p className="keep-safe">
          <strong>请现在记下或者打印查询码</strong>，凭它可以
          <a href={addresses.feedbackAnswer(organ)}>查看答复</a>
          {draftKey === undefined
            ? '，离开这一页后不再显示。'
            : `。这一页在${receiptHours}小时内、浏览器关闭以前可以用同一个浏览器再打开；在公用电脑上提交的，请关闭浏览器。`}
          {byMail && '答复同时发到您留下的邮箱。'}
        </p>
        <p>
          <a href={page.path}>回到原来的网页：{page.title}</a>
        </p>
      </div>
    ),
  })
}
