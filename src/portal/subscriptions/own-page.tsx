import type { Organ } from '../../organs/organ.ts'
import { subscriptionAddresses, withCode } from '../../subscriptions/addresses.ts'
import type { Topic } from '../../subscriptions/topic.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { Hidden } from '../requests/fields.tsx'

interface Props {
  readonly view: View
  readonly organ: Organ
  readonly code: string
  /** As it is shown. */
  readonly address: string
  readonly topics: readonly { readonly topic: Topic; readonly title: string }[]
  readonly done: 'confirmed' | 'changed' | undefined
}

const said = { confirmed: '已经订阅。', changed: '已经保存。' } as const

/** A topic as it stands in a form. */
export const topicKey = ({ kind, subject }: Topic): string => `${kind} ${subject}`.trim()

/** What an address is subscribed to, to be kept or left off, and the way out. */
export function ownPage({ view, organ, code, address, topics, done }: Props): string {
  return renderPage({
    view,
    title: `我的订阅 - ${organ.name}`,
    shortTitle: '我的订阅',
    crumbs: crumbsTo(view),
    children: (
      <div className="reading">
        {done && (
          <p className="note" role="status">
            {said[done]}
          </p>
        )}
        <h1>我的订阅</h1>
        <p>
          {organ.name}有下列信息新公开或者变动时，发邮件到{address}。
        </p>
        <form method="post" action={subscriptionAddresses.own(organ)}>
          <Hidden texts={{ code }} />
          <fieldset className="field">
            <legend>继续订阅的打勾，不要的去掉</legend>
            <div className="choices">
              {topics.map(({ topic, title }, index) => (
                <div key={topicKey(topic)} className="choice">
                  <input type="hidden" name="shown" value={topicKey(topic)} />
                  <input type="checkbox" id={`keep-${index}`} name="keep" value={topicKey(topic)} defaultChecked />
                  <label htmlFor={`keep-${index}`}>{title}</label>
                </div>
              ))}
            </div>
          </fieldset>
          <p className="actions">
            <button type="submit" className="button">
              保存
            </button>
          </p>
        </form>
        <p className="hint">全部去掉再保存的，就是退订。</p>
        <p>
          要再订阅别的，请到有关栏目的网页上点“邮件”，或者到文件的网页末尾点“用邮件告诉我”。
          <a href={withCode(subscriptionAddresses.end(organ), code)}>全部退订</a>
        </p>
      </div>
    ),
  })
}
