import { type CaseProps, isOpen, placeOf } from './case-props.ts'
import { FormHead } from './draft-parts.tsx'
import { Hidden, LongTextField } from './fields.tsx'
import { fileHint, Upload } from './kept-files.tsx'
import { Unsent } from './unsent.tsx'

/** What the applicant is asked for; what was typed too late is shown, so that it is not lost. */
export function AskedNow(props: CaseProps) {
  const { case: seen, form, kept = [] } = props
  if (isOpen(seen, 'receiveSupplement')) return <Supplement {...props} />
  if (isOpen(seen, 'receiveReasons')) return <Reasons {...props} />
  return (
    <Unsent
      texts={Object.values(form.texts)}
      files={kept.map(({ name }) => name)}
      what="现在不能再提交。还需要的，请复制保存；要补充说明的，请联系本机关。"
    />
  )
}

function Supplement(props: CaseProps) {
  const { form, kept = [] } = props
  const { seq, letters, supplementAsked } = props.case
  const corrected = letters.flatMap(({ kind, correctedBy }) => (kind === 'supplementNotice' ? correctedBy : []))
  return (
    <section aria-labelledby="supplement" className="to-do">
      <h2 id="supplement">补正申请</h2>
      {supplementAsked && (
        <blockquote className="wish">
          <p>{supplementAsked}</p>
        </blockquote>
      )}
      {corrected.map(({ seq: by, number }) => (
        <p key={by}>
          <strong>补正告知书已由{number}更正，以上是更正后的内容，两份文书见“文书和答复”。</strong>
        </p>
      ))}
      <form method="post" action={placeOf(props, 'supplement')} encType="multipart/form-data" noValidate>
        <FormHead display={props.view.display} next="提交补正" />
        <Hidden texts={{ seq: String(seq) }} />
        <LongTextField form={form} name="text" label="补正的内容" hint="最多2000个字" rows={5} />
        <Papers form={form} kept={kept} label="补充材料" />
        <p className="actions">
          <button type="submit" className="button">
            提交补正
          </button>
        </p>
      </form>
    </section>
  )
}

function Reasons(props: CaseProps) {
  return (
    <section aria-labelledby="reasons" className="to-do">
      <h2 id="reasons">说明理由</h2>
      <p>您申请的数量、频次明显超过合理范围，请说明理由（条例第三十五条）。理由合理的，本机关继续办理。</p>
      <form method="post" action={placeOf(props, 'reasons')} encType="multipart/form-data" noValidate>
        <FormHead display={props.view.display} next="提交理由" />
        <Hidden texts={{ seq: String(props.case.seq) }} />
        <LongTextField form={props.form} name="text" label="理由" hint="最多2000个字" rows={5} />
        <Papers form={props.form} kept={props.kept ?? []} label="证明材料" />
        <p className="actions">
          <button type="submit" className="button">
            提交理由
          </button>
        </p>
      </form>
    </section>
  )
}

function Papers({ form, kept, label }: { readonly label: string } & Required<Pick<CaseProps, 'form' | 'kept'>>) {
  const problem = form.problems.get('attachment')
  return <Upload purpose="attachment" label={label} hint={fileHint} kept={kept} problem={problem} optional />
}
