import type { Organ } from '../../organs/organ.ts'
import { renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { EndOfDraft, FormHead } from './draft-parts.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { type Filled, Hidden, LongTextField } from './fields.tsx'
import { crumbsToRequests, titleWith } from './form-page.ts'

interface WishProps {
  readonly view: View
  readonly organ: Organ
  readonly form: Filled
  /** Of the form, from its first page on. */
  readonly key: string
  /** Something of it has been kept. */
  readonly isKept?: boolean
  /** Something that is not the applicant's fault, said above the form. */
  readonly notice?: string
}

/** The first step: what is wanted, in the applicant's own words. */
export function wishPage({ view, organ, form, key, isKept, notice }: WishProps): string {
  return renderPage({
    view,
    title: titleWith(`在线申请 - ${organ.name}`, form.problems),
    shortTitle: '在线申请',
    crumbs: crumbsToRequests(view, organ),
    holdsDraft: true,
    children: (
      <div className="reading">
        {notice && (
          <p className="note notice" role="alert">
            {notice}
          </p>
        )}
        <ErrorSummary problems={form.problems} />
        <form method="post" action={addresses.ask(organ)} noValidate>
          <FormHead display={view.display} next="下一步" />
          <p className="soft step">第1步，共2步</p>
          <h1>您需要什么政府信息</h1>
          <Hidden texts={{ key }} />
          <LongTextField
            form={form}
            name="content"
            label="所需政府信息"
            hint="写名称、文号，或者便于查找的其他特征，如年份、事项、地点。一件事写一份申请，查找和答复都更快。最多2000个字，不需要说明用途。"
            rows={7}
          />
          <p>下一步先看看有没有已经公开、可以直接解答的信息，再填写申请人和联系方式。</p>
          <p className="actions">
            <button type="submit" className="button">
              下一步
            </button>
          </p>
        </form>
        {isKept && <EndOfDraft organ={organ} draftKey={key} />}
      </div>
    ),
  })
}
