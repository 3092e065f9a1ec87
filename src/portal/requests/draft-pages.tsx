import type { Organ } from '../../organs/organ.ts'
import { renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { crumbsToRequests } from './form-page.ts'

/** Under this key nothing can be shown: it was sent, cleared or has waited too long, or another browser has begun it. */
export function draftGonePage(view: View, organ: Organ): string {
  return renderPage({
    view,
    title: `没有可以继续填写的内容 - ${organ.name}`,
    shortTitle: '在线申请',
    crumbs: crumbsToRequests(view, organ),
    children: (
      <div className="reading">
        <h1>没有可以继续填写的内容</h1>
        <p>
          这张表已经提交、已经清除，或者已经超过24小时；也可能是在另一个浏览器里填写的，或者这个浏览器没有保存本站的Cookie。
        </p>
        <ul>
          <li>
            还没有提交的，请<a href={addresses.ask(organ)}>重新填写申请</a>；浏览器禁用了Cookie的，请先允许本站使用。
          </li>
          <li>
            已经提交的，凭查询码<a href={addresses.follow(organ)}>查询办理进度</a>。
          </li>
          <li>
            也可以<a href={addresses.blankForm(organ)}>打印申请表</a>，当面提交或者邮寄。
          </li>
        </ul>
      </div>
    ),
  })
}

export function clearedPage(view: View, organ: Organ): string {
  return renderPage({
    view,
    title: `已填内容已经清除 - ${organ.name}`,
    shortTitle: '已经清除',
    crumbs: crumbsToRequests(view, organ),
    children: (
      <div className="reading">
        <h1>已填内容已经清除</h1>
        <p>
          在本机关填写的这张表，已经连同上传的文件或者显示过的回执从系统中删除，用它的地址不能再打开。已经提交的申请不受影响；在本机关填写的其他申请仍然保留，请在各自的页面清除。
        </p>
        <p>在公用电脑上，请再关闭浏览器的所有窗口，以免后面的人看到还开着的页面。</p>
        <p>
          需要的，可以<a href={addresses.ask(organ)}>重新填写申请</a>。
        </p>
      </div>
    ),
  })
}
