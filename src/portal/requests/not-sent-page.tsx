import type { Organ } from '../../organs/organ.ts'
import { renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { Hidden } from './fields.tsx'
import { crumbsToRequests } from './form-page.ts'
import { Unsent } from './unsent.tsx'

interface NotSent {
  /** Where it was to go. */
  readonly address: string
  readonly seq: string
  readonly texts: Readonly<Record<string, string>>
}

/** What somebody has typed about the own request, which the system could not take now and will a little later. */
export function notSentPage(view: View, organ: Organ, { address, seq, texts }: NotSent): string {
  return renderPage({
    view,
    title: `系统正忙，没有提交 - ${organ.name}`,
    shortTitle: '没有提交',
    crumbs: crumbsToRequests(view, organ),
    holdsDraft: true,
    children: (
      <div className="reading">
        <h1>系统正忙，没有提交</h1>
        <p>您填写的内容都在这一页上。请过一两分钟再点“重新提交”；附有文件的，请返回办理进度重新选择文件。</p>
        <form method="post" action={address}>
          <Hidden texts={{ ...texts, seq }} />
          <p className="actions">
            <button type="submit" className="button">
              重新提交
            </button>
            <a className="button secondary" href={addresses.followedCase(organ)}>
              返回办理进度
            </a>
          </p>
        </form>
        <Unsent texts={Object.values(texts)} files={[]} what="也可以复制保存，以后再填写。" />
      </div>
    ),
  })
}
