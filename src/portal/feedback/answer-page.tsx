import { chineseDate } from '../../days/plain-date.ts'
import type { FeedbackEvent } from '../../feedback/event.ts'
import { kindLabel } from '../../feedback/feedback.ts'
import type { WithSaid } from '../../feedback/store/feedback.ts'
import type { Organ } from '../../organs/organ.ts'
import { Contact } from '../contact.tsx'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { FormHead } from '../requests/draft-parts.tsx'
import { ErrorSummary } from '../requests/error-summary.tsx'
import { type Filled, TextField } from '../requests/fields.tsx'
import { titleWith } from '../requests/form-page.ts'
import { addresses } from '../site.ts'

/** Asks for the code under which an answer is read. */
export function askCodePage(view: View, organ: Organ, form: Filled): string {
  return renderPage({
    view,
    title: titleWith(`查看对意见的答复 - ${organ.name}`, form.problems),
    shortTitle: '查看对意见的答复',
    crumbs: crumbsTo(view),
    isDisplayInForm: true,
    children: (
      <div className="reading">
        <ErrorSummary problems={form.problems} />
        <h1>查看对意见的答复</h1>
        <form method="post" action={addresses.feedbackAnswer(organ)} noValidate>
          <FormHead display={view.display} next="查看" />
          <TextField
            form={form}
            name="code"
            label="查询码"
            hint="16位，形如 XXXX-XXXX-XXXX-XXXX，提交时给出，大小写和连字符都不影响"
          />
          <p className="actions">
            <button type="submit" className="button">
              查看
            </button>
          </p>
        </form>
        <p>
          查询政府信息公开申请的，请到<a href={addresses.follow(organ)}>查询办理进度</a>。
        </p>
      </div>
    ),
  })
}

interface ShownProps extends WithSaid {
  readonly view: View
  readonly organ: Organ
  readonly events: readonly FeedbackEvent[]
  /** The page has an address of its own; else it is the answer to the form itself. */
  readonly isAtHome: boolean
}

/** What somebody has said, and what the organ has answered to it. */
export function answerPage({ view, organ, feedback, said, events, isAtHome }: ShownProps): string {
  const { number, kind, pagePath, pageTitle, arrivedOn, dueOn, status } = feedback
  return renderPage({
    view,
    title: `${number} - ${organ.name}`,
    shortTitle: number,
    crumbs: [...crumbsTo(view), { name: '查看对意见的答复', path: addresses.feedbackAnswer(organ) }],
    // Of an answer to the form whatever leads away and back asks for the code again.
    holdsDraft: !isAtHome,
    children: (
      <div className="reading">
        <h1>{number}</h1>
        {status === 'open' && <p className="note">正在办理，最迟{chineseDate(dueOn)}答复。</p>}
        <dl className="ways">
          <div>
            <dt>类别</dt>
            <dd>{kindLabel(kind)}</dd>
          </div>
          <div>
            <dt>所说的页面</dt>
            <dd>
              <a href={pagePath}>{pageTitle}</a>
            </dd>
          </div>
          <div>
            <dt>收到日期</dt>
            <dd>{chineseDate(arrivedOn)}</dd>
          </div>
          <div>
            <dt>您的意见</dt>
            <dd>{said.text}</dd>
          </div>
          {events.flatMap(answered).map(({ seq, name, text }) => (
            <div key={seq}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <h2>仍有疑问的，请联系</h2>
        <Contact organ={organ} />
      </div>
    ),
  })
}

/** What of the history its sender reads: answers, or why there is none. */
function answered(event: FeedbackEvent): { seq: number; name: string; text: string }[] {
  const { seq, happenedOn } = event
  const on = `\n（${chineseDate(happenedOn)}）`
  if (event.kind === 'answered') return [{ seq, name: '本机关答复', text: event.data.text + on }]
  if (event.kind === 'closed') return [{ seq, name: '没有另行答复', text: `原因：${event.data.reason}${on}` }]
  return []
}
