import type { Organ } from '../../organs/organ.ts'
import { renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { FormHead } from './draft-parts.tsx'
import { type Filled, TextField } from './fields.tsx'
import { crumbsToRequests, titleWith } from './form-page.ts'
import { Unsent } from './unsent.tsx'

/** What was sent after the request was no longer open to its sender. */
export interface Unhanded {
  readonly texts: readonly string[]
  /** By name. */
  readonly files: readonly string[]
}

/** Asks for the code and the secret. What is wrong of the two is never told. */
export function followPage(view: View, organ: Organ, form: Filled, notice?: string, unsent?: Unhanded): string {
  return renderPage({
    view,
    title: titleWith(`查询办理进度 - ${organ.name}`, form.problems),
    shortTitle: '查询办理进度',
    crumbs: crumbsToRequests(view, organ),
    holdsDraft: unsent !== undefined,
    isDisplayInForm: true,
    children: (
      <div className="reading">
        {notice && (
          <div className="error-summary" role="alert">
            <p>{notice}</p>
          </div>
        )}
        <h1>查询办理进度</h1>
        {unsent && (
          <Unsent {...unsent} what="这些内容还没有提交。请先复制保存，重新查询后再填写、提交；文件请重新选择。" />
        )}
        <form method="post" action={addresses.follow(organ)} noValidate>
          {unsent === undefined && <FormHead display={view.display} next="查询" />}
          <TextField
            form={form}
            name="code"
            label="查询码"
            hint="16位，形如 XXXX-XXXX-XXXX-XXXX，大小写和连字符都不影响"
          />
          <TextField form={form} name="secret" label="查询口令" hint="8位" width="short" />
          <p className="actions">
            <button type="submit" className="button">
              查询
            </button>
          </p>
        </form>
        <p>
          查询对疑问、纠错和意见的答复，请到<a href={addresses.feedbackAnswer(organ)}>查看对意见的答复</a>。
        </p>
        <p>
          查询码和查询口令在提交申请时给出，当面或者邮寄申请的见本机关交给您的回执。遗失的，请带身份证件与本机关联系，联系方式见页面下方。
        </p>
      </div>
    ),
  })
}
