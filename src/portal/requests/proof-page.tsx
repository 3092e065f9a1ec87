import type { ReactNode } from 'react'
import type { Organ } from '../../organs/organ.ts'
import { Contact } from '../contact.tsx'
import { type Crumb, renderPage, type View } from '../page.tsx'
import { Hidden } from './fields.tsx'
import type { Challenge } from './proof-of-work.ts'
import { workerPath } from './proof-script.ts'

interface ProofProps {
  readonly view: View
  readonly organ: Organ
  /** Everything that the form held. */
  readonly texts: Readonly<Record<string, string | readonly string[]>>
  readonly challenge: Challenge
  readonly form: HeldForm
}

/** The form that has to wait. */
export interface HeldForm {
  /** As its readers call what it sends: 申请, 意见. */
  readonly what: string
  readonly action: string
  readonly encType: 'multipart/form-data' | 'application/x-www-form-urlencoded'
  readonly crumbs: readonly Crumb[]
  /** How else it may be said, for whose browser computes nothing. */
  readonly otherWay: ReactNode
}

/** The one page of the public site with a script: its own, and none else. */
export const proofPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Many forms came from one network address: not refused, but this one costs its sender's computer a few seconds, beside the page. */
export function proofPage({ view, organ, texts, challenge, form }: ProofProps): string {
  const { what, action, encType, crumbs, otherWay } = form
  return renderPage({
    view,
    title: `请稍候 - ${organ.name}`,
    shortTitle: '提交前的计算',
    crumbs,
    holdsDraft: true,
    scripts: [workerPath],
    children: (
      <div className="reading">
        <h1>请稍候，还没有提交</h1>
        <p>
          您的{what}还没有提交：您所在的网络一小时内已经提交了多件{what}
          。为防止程序自动大量提交，需要您的电脑或者手机先做一次计算，通常几秒钟，最多一两分钟，完成后会自动提交。您填写的内容都在这一页上，不会因此被拒绝；提交以前，请不要关闭这一页。
        </p>
        <form
          id="again"
          method="post"
          action={action}
          encType={encType}
          data-challenge={challenge.text}
          data-bits={challenge.bits}
        >
          <Hidden texts={{ ...texts, challenge: challenge.text, proof: '' }} />
          <p role="status" className="proof-status">
            等待浏览器开始计算……
          </p>
        </form>
        <h2>如果一直没有自动提交</h2>
        <p>您的浏览器可能不允许运行脚本。您可以：</p>
        <ul>
          <li>
            留着这一页，过一小时再
            <button type="submit" form="again" className="button secondary">
              提交填写的内容
            </button>
            ，届时不需要计算；
          </li>
          <li>{otherWay}</li>
        </ul>
        <Contact organ={organ} />
      </div>
    ),
  })
}
