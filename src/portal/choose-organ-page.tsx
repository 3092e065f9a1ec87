import type { ReactNode } from 'react'
import type { Organ } from '../organs/organ.ts'
import { subscriptionAddresses } from '../subscriptions/addresses.ts'
import { OrganCards } from './organ-cards.tsx'
import { crumbsTo, renderPage, type View } from './page.tsx'
import { addresses } from './site.ts'

interface Choice {
  readonly title: string
  readonly crumb: string
  readonly lead: ReactNode
  readonly pathOf: (organ: Organ) => string
}

const choices = {
  /** Arts. 10 and 36(5): who has to answer, and what happens where one has asked the wrong one. */
  ask: {
    title: '向哪个机关申请公开？',
    crumb: '申请公开',
    lead: (
      <>
        信息由制作它的机关公开；机关从公民、企业等取得的，由保存它的机关公开（《政府信息公开条例》第十条）。拿不准的，选最可能的一个：不归它负责的，它会说明理由，并尽可能告诉您该找哪个机关（第三十六条）。已经公开的信息可以先
        <a href={addresses.search(null)}>搜索</a>。
      </>
    ),
    pathOf: addresses.ask,
  },
  follow: {
    title: '查询哪个机关办理的申请？',
    crumb: '查进度',
    lead: '请选择收到您申请的机关，它的名称写在回执上。下一步填写查询码和查询口令。',
    pathOf: addresses.follow,
  },
  subscribe: {
    title: '订阅哪个机关公开的信息？',
    crumb: '邮件订阅',
    lead: '有新公开的信息时，由该机关发邮件告诉您，每天最多一封。要订阅几个机关的，请逐个填写。',
    pathOf: (organ) => subscriptionAddresses.begin(organ),
  },
  /** Of a site that sends no mail. */
  feeds: {
    title: '订阅哪个机关公开的信息？',
    crumb: '订阅',
    lead: '本网站还不能用邮件告诉您有什么新公开的信息。选择机关后，可以用阅读器订阅它公开的信息。',
    pathOf: (organ) => subscriptionAddresses.begin(organ),
  },
} as const satisfies Record<string, Choice>

export type ChoiceId = keyof typeof choices

/** On a site of several organs: which one to ask, or which one was asked. */
export function chooseOrganPage(view: View, organs: readonly Organ[], choice: ChoiceId): string {
  const { title, crumb, lead, pathOf } = choices[choice]
  return renderPage({
    view,
    title,
    shortTitle: crumb,
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>{title}</h1>
        <p className="reading">{lead}</p>
        <section aria-labelledby="organs">
          <h2 id="organs" className="unseen">
            选择机关
          </h2>
          <OrganCards organs={organs} pathOf={pathOf} />
        </section>
      </>
    ),
  })
}
