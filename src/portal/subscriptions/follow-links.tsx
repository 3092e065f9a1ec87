import { subscriptionAddresses } from '../../subscriptions/addresses.ts'
import type { View } from '../page.tsx'

interface Props {
  readonly view: View
  /** The page whose list is followed. */
  readonly page: string
  /** Of its feed, without the ending. */
  readonly feed: string
  readonly label?: string
}

/** How to hear of what is new in a list: by mail, where this site sends any, and by its feed. */
export function FollowLinks({ view, page, feed, label = '订阅' }: Props) {
  const { organ, tellsByMail } = view
  const mail = organ ? subscriptionAddresses.begin(organ, page) : subscriptionAddresses.choose
  return (
    <span className="screen-only">
      {label}：
      {tellsByMail && (
        <>
          <a href={mail} rel="nofollow">
            邮件
          </a>
          、
        </>
      )}
      <a href={`${feed}.atom`}>Atom</a>、<a href={`${feed}.rss`}>RSS</a>
    </span>
  )
}
