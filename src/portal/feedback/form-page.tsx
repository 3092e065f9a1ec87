import { feedbackKinds } from '../../feedback/feedback.ts'
import { feedbackProblems } from '../../feedback/form.ts'
import type { Organ } from '../../organs/organ.ts'
import { Contact } from '../contact.tsx'
import { aside, crumbsTo, renderPage, type View } from '../page.tsx'
import { FormHead } from '../requests/draft-parts.tsx'
import type { Draft } from '../requests/drafts.ts'
import { ErrorSummary } from '../requests/error-summary.tsx'
import { Choices, type Filled, Hidden, LongTextField, TextField } from '../requests/fields.tsx'
import { titleWith } from '../requests/form-page.ts'
import { waitingHours } from '../requests/limits.ts'
import { addresses } from '../site.ts'
import type { SpokenOfPage } from './page-of.ts'

const nothingWrong: Filled['problems'] = new Map()

export interface FeedbackFormProps {
  readonly view: View
  readonly organ: Organ
  readonly page: SpokenOfPage
  readonly key: string
  /** What has been typed so far. */
  readonly draft: Draft
  /** The organ can answer by mail. */
  readonly sendsMail: boolean
  /** What was typed waits on the server, under the key. */
  readonly isKept?: boolean
}

/** Where somebody says what is wrong with a page, asks about it, or says what they think of it. */
export function feedbackFormPage(props: FeedbackFormProps): string {
  const { view, organ, page, key, draft, isKept = false } = props
  const { notice, texts } = draft
  const form = { texts, problems: draft.isChecked ? feedbackProblems(texts) : nothingWrong }
  // It has been said that there is a way of its own to ask for information.
  const isTold = texts.told === 'yes'
  return renderPage({
    view,
    title: titleWith(`疑问、纠错和意见 - ${organ.name}`, form.problems),
    shortTitle: '疑问、纠错和意见',
    crumbs: crumbsTo(view),
    holdsDraft: true,
    children: (
      <div className="reading">
        <ErrorSummary problems={form.problems} />
        {notice !== '' && (
          <div className="error-summary" role="alert">
            <p>{notice}</p>
          </div>
        )}
        <h1>疑问、纠错和意见</h1>
        <p>
          您要说的是
          <a href={page.path} {...aside}>
            {page.title}
          </a>
          {page.kind === 'organ' ? '。' : '这一页，网址会一并告诉承办人员。'}
        </p>
        <AskInstead organ={organ} text={form.texts.text ?? ''} isTold={isTold} />
        <form method="post" action={addresses.feedback(organ)} noValidate>
          <FormHead display={view.display} next="提交" />
          <Hidden texts={{ key, page: page.path, told: isTold ? 'yes' : '' }} />
          <Choices form={form} name="kind" label="您要说的是" choices={feedbackKinds} />
          <LongTextField
            form={form}
            name="text"
            label="内容"
            rows={6}
            hint="不超过2000个字。纠错的，请写明错在哪一处、应当怎样写。请不要写身份证件号码、银行账号。"
          />
          <Sender form={form} sendsMail={props.sendsMail} />
          <p className="actions">
            <button type="submit" className="button">
              {isTold ? '仍按意见提交' : '提交'}
            </button>
          </p>
        </form>
        {isKept && <Clear organ={organ} page={page} draftKey={key} />}
        <p>
          已经提交过的，凭查询码
          <a href={addresses.feedbackAnswer(organ)} {...aside}>
            查看答复
          </a>
          。
        </p>
        {page.kind === 'report' && (
          <section aria-labelledby="other-ways">
            <h2 id="other-ways">对年度报告有疑问，也可以直接联系</h2>
            <Contact organ={organ} />
          </section>
        )}
      </div>
    ),
  })
}

interface ClearProps extends Pick<FeedbackFormProps, 'organ' | 'page'> {
  readonly draftKey: string
}

/** How long the typed is kept, and how to end that. */
function Clear({ organ, page, draftKey }: ClearProps) {
  return (
    <form method="post" action={`${addresses.feedback(organ)}/clear`} className="before-sending">
      <Hidden texts={{ key: draftKey, page: page.path }} />
      <p>
        填写的内容加密暂存{waitingHours}小时，只有这个浏览器能够打开，提交后即清除。在公用电脑上填写的，离开前请清除。
      </p>
      <p className="actions">
        <button type="submit" className="button secondary">
          清除已填内容
        </button>
      </p>
    </form>
  )
}

/** So much of what was typed fits into an address. */
const longestCarried = 500

function AskInstead({ organ, text, isTold }: { organ: Organ; text: string; isTold: boolean }) {
  return (
    <div className="note" role={isTold ? 'alert' : 'note'}>
      <p>
        {isTold && <strong>您写的内容像是要获取政府信息，还没有提交。</strong>}
        要本机关提供没有公开的文件、数据的，请走
        <a href={addresses.askFor(organ, isTold && text.length <= longestCarried ? text : '')} {...aside}>
          依申请公开
        </a>
        ：那里有法定的答复期限，不服答复可以申请行政复议、提起诉讼；写在这里的不作为申请办理。
      </p>
    </div>
  )
}

function Sender({ form, sendsMail }: { readonly form: Filled } & Pick<FeedbackFormProps, 'sendsMail'>) {
  return (
    <section className="group" aria-labelledby="sender">
      <h2 id="sender">联系方式（选填）</h2>
      <p className="hint">只用于答复这一件，加密保存，不公开。不填也可以：提交后给您查询码，凭它在网站上看答复。</p>
      <TextField form={form} name="name" label="称呼" optional autoComplete="name" />
      <TextField form={form} name="phone" label="电话" optional type="tel" autoComplete="tel" />
      <TextField
        form={form}
        name="email"
        label="电子邮箱"
        optional
        type="email"
        autoComplete="email"
        {...(sendsMail && { hint: '填写的，答复同时发到这个邮箱' })}
      />
    </section>
  )
}
