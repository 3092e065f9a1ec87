import type { Organ } from '../../organs/organ.ts'
import { subscriptionAddresses } from '../../subscriptions/addresses.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { Hidden } from '../requests/fields.tsx'
import { addresses } from '../site.ts'

interface Props {
  readonly view: View
  readonly organ: Organ
}

const plain = ({ view, organ }: Props, title: string, children: React.ReactNode): string =>
  renderPage({
    view,
    title: `${title} - ${organ.name}`,
    shortTitle: title,
    crumbs: crumbsTo(view),
    children: (
      <div className="reading">
        <h1>{title}</h1>
        {children}
      </div>
    ),
  })

/** The same for every address: it does not tell which ones are subscribed. */
export const askedPage = (props: Props): string =>
  plain(
    props,
    '请查收确认邮件',
    <>
      <p>
        确认邮件几分钟内发到您填写的邮箱，请点其中的链接，再点“确认订阅”。不确认的不会开始订阅，填写的邮箱到期自动删除。
      </p>
      <p>
        没有收到的，请看看垃圾邮件；邮箱可能写错了，可以
        <a href={subscriptionAddresses.begin(props.organ)}>再填一次</a>。同一个邮箱一天内最多发三封确认邮件。
      </p>
      <Back organ={props.organ} />
    </>,
  )

/** Confirms by a button: programs that look into mails open every link. */
export const confirmPage = (
  props: Props & { readonly code: string; readonly title: string; readonly address: string },
) =>
  plain(
    props,
    '确认订阅',
    <>
      <dl className="ways">
        <div>
          <dt>订阅的内容</dt>
          <dd>{props.title}</dd>
        </div>
        <div>
          <dt>发到邮箱</dt>
          <dd>{props.address}</dd>
        </div>
      </dl>
      <form method="post" action={subscriptionAddresses.confirm(props.organ)}>
        <Hidden texts={{ code: props.code }} />
        <p className="actions">
          <button type="submit" className="button">
            确认订阅
          </button>
        </p>
      </form>
      <p className="hint">不是您要订阅的，关闭这一页就可以，不会再收到邮件。</p>
    </>,
  )

/** The link of a mail that opens nothing any more. */
export const goneLinkPage = (props: Props, what: 'confirm' | 'own'): string =>
  plain(
    props,
    what === 'confirm' ? '这个确认链接已经失效' : '没有这个订阅',
    <>
      <p>
        {what === 'confirm'
          ? '链接只能用一次，并且有期限：可能已经确认过，也可能过了期限，或者没有复制完整。已经确认过的，不用再做什么。'
          : '可能已经退订，也可能链接没有复制完整。已经退订的，邮箱已经删除。'}
      </p>
      <p>
        需要订阅的，可以<a href={subscriptionAddresses.begin(props.organ)}>重新填写</a>。
      </p>
      <Back organ={props.organ} />
    </>,
  )

/** One click ends it. */
export const endPage = (props: Props & { readonly code: string; readonly address: string }): string =>
  plain(
    props,
    '退订',
    <>
      <p>
        点下面的“退订”后，不再向{props.address}发送{props.organ.name}的订阅邮件。
      </p>
      <form method="post" action={`${subscriptionAddresses.end(props.organ)}?code=${props.code}`}>
        <p className="actions">
          <button type="submit" className="button">
            退订
          </button>
        </p>
      </form>
      <p>
        只想少订一些的，可以<a href={`${subscriptionAddresses.own(props.organ)}?code=${props.code}`}>修改订阅的内容</a>
        。
      </p>
    </>,
  )

export const endedPage = (props: Props): string =>
  plain(
    props,
    '已经退订',
    <>
      <p>不会再收到{props.organ.name}的订阅邮件，您的邮箱已经从本网站删除。正在发送途中的邮件可能还会收到一封。</p>
      <Back organ={props.organ} />
    </>,
  )

function Back({ organ }: { readonly organ: Organ }) {
  return (
    <p>
      <a href={addresses.organ(organ)}>回到{organ.name}的公开栏目</a>
    </p>
  )
}
