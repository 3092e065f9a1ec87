import { renderPage } from '../page.tsx'
import { addresses } from '../site.ts'
import { type CaseProps, placeOf } from './case-props.ts'
import { FormHead } from './draft-parts.tsx'
import { Hidden, LongTextField } from './fields.tsx'
import { crumbsToRequests, titleWith } from './form-page.ts'

/** A withdrawal ends the request, so it is asked again with its consequence. */
export function withdrawPage({ view, organ, case: seen, form, notice }: CaseProps): string {
  return renderPage({
    view,
    title: titleWith(`撤回申请 - ${seen.number}`, form.problems),
    shortTitle: '撤回申请',
    crumbs: [...crumbsToRequests(view, organ), { name: '办理进度', path: addresses.followedCase(organ) }],
    holdsDraft: true,
    children: (
      <div className="reading">
        {notice && (
          <p className="note notice" role="alert">
            {notice}
          </p>
        )}
        <p className="soft step">{seen.number}</p>
        <h1>确定撤回这件申请吗？</h1>
        <p>
          撤回后，本机关不再办理这件申请，<strong>不能恢复</strong>；以后仍需要的，可以重新申请，期限重新计算。
        </p>
        <blockquote className="wish">
          <p>{seen.summary}</p>
        </blockquote>
        <form method="post" action={placeOf({ organ, case: seen }, 'withdraw')} noValidate>
          <FormHead display={view.display} next="确定撤回" />
          <Hidden texts={{ seq: String(seen.seq) }} />
          <LongTextField form={form} name="reason" label="撤回的原因" rows={2} optional />
          <p className="actions">
            <button type="submit" className="button">
              确定撤回
            </button>
            <a className="button secondary" href={addresses.followedCase(organ)}>
              不撤回，返回
            </a>
          </p>
        </form>
      </div>
    ),
  })
}
