import type { Organ } from '../../organs/organ.ts'
import { subscriptionAddresses } from '../../subscriptions/addresses.ts'
import { aboutAddresses } from '../about/addresses.ts'
import { aside, crumbsTo, renderPage, type View } from '../page.tsx'
import { FormHead } from '../requests/draft-parts.tsx'
import { ErrorSummary } from '../requests/error-summary.tsx'
import { Choices, type Filled, Hidden, TextField } from '../requests/fields.tsx'
import { titleWith } from '../requests/form-page.ts'
import { addresses } from '../site.ts'
import type { OfferedTopic } from './topic-of.ts'

export interface BeginProps {
  readonly view: View
  readonly organ: Organ
  readonly offered: OfferedTopic
  readonly form: Filled
  /** Made for each form that is opened. */
  readonly formKey: string
  readonly hours: number
  readonly isWeekly: boolean
  /** Why it has come back though no field is wrong. */
  readonly notice?: string
}

/** Where somebody leaves an address to be told of what is new; a site that sends no mail shows the feeds. */
export function beginPage(props: BeginProps): string {
  const { view, organ, form, notice } = props
  return renderPage({
    view,
    title: titleWith(`邮件订阅 - ${organ.name}`, form.problems),
    shortTitle: view.tellsByMail ? '邮件订阅' : '订阅',
    crumbs: crumbsTo(view),
    holdsDraft: view.tellsByMail,
    children: (
      <div className="reading">
        <ErrorSummary problems={form.problems} />
        {notice && (
          <div className="error-summary" role="alert">
            <p>{notice}</p>
          </div>
        )}
        {view.tellsByMail ? <Form {...props} /> : <WithoutMail organ={organ} />}
      </div>
    ),
  })
}

function Form({ view, organ, offered, form, formKey, hours, isWeekly }: BeginProps) {
  const whole = { id: 'organ', label: '本机关新公开的全部信息' }
  const isWhole = offered.topic.kind === 'organ'
  return (
    <>
      <h1>邮件订阅</h1>
      <p className="lead">
        {organ.name}有新公开的信息，或者公开过的有变动时，{isWeekly ? '每周一' : '每天早上'}
        发一封邮件告诉您；没有的，不发。
      </p>
      <form method="post" action={subscriptionAddresses.begin(organ)} noValidate>
        <FormHead display={view.display} next="发送确认邮件" />
        <Hidden texts={{ key: formKey, page: offered.page }} />
        {isWhole ? (
          <>
            <Hidden texts={{ what: 'organ' }} />
            <p>
              您要订阅的是：<strong>{whole.label}</strong>
              。只想订阅一个栏目、一份文件的，请到栏目的网页上点“邮件”，到文件的网页末尾点“用邮件告诉我”。
            </p>
          </>
        ) : (
          <Choices
            form={form}
            name="what"
            label="您要订阅的是"
            choices={[{ id: 'page', label: offered.title }, whole]}
          />
        )}
        <TextField
          form={form}
          name="email"
          label="电子邮箱"
          type="email"
          autoComplete="email"
          hint={`我们会先发一封确认邮件，在${hours}小时内点其中的链接确认后才开始订阅`}
        />
        <p className="actions">
          <button type="submit" className="button">
            发送确认邮件
          </button>
        </p>
      </form>
      <p className="hint">
        邮箱只用来发订阅邮件，加密保存，不公开，不作他用。每封邮件里都有退订的链接，退订后邮箱随即删除。见
        <a href={`${aboutAddresses.privacy}#subscribing`} {...aside}>
          隐私声明
        </a>
        。
      </p>
      <p className="hint">
        不想留邮箱的，可以用阅读器订阅：
        <a href={`${addresses.feeds(organ)}/feed.atom`} {...aside}>
          Atom
        </a>
        、
        <a href={`${addresses.feeds(organ)}/feed.rss`} {...aside}>
          RSS
        </a>
        。
      </p>
    </>
  )
}

function WithoutMail({ organ }: { readonly organ: Organ }) {
  return (
    <>
      <h1>订阅</h1>
      <p>
        本网站还不能用邮件告诉您有什么新公开的信息。可以用阅读器订阅{organ.name}公开的信息：
        <a href={`${addresses.feeds(organ)}/feed.atom`}>Atom</a>、<a href={`${addresses.feeds(organ)}/feed.rss`}>RSS</a>
        。各栏目的订阅地址在栏目的网页上。
      </p>
    </>
  )
}
