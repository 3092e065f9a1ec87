import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'
import type { CaseView } from '../../requests/case-view.ts'
import { filePurposeIds } from '../../requests/intake.ts'
import { ClockStrip } from '../clock-strip.tsx'
import { Contact } from '../contact.tsx'
import { sizeText } from '../downloads.tsx'
import { renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { happenings, statusInWords } from './citizen-words.ts'
import { ErrorSummary } from './error-summary.tsx'
import { type Filled, Hidden, LongTextField } from './fields.tsx'
import { crumbsToRequests, titleWith } from './form-page.ts'
import { type KeptFile, Upload } from './kept-files.tsx'
import { isForApplicant } from './letters-for-applicant.ts'
import { Unsent } from './unsent.tsx'

export interface CaseProps {
  readonly view: View
  readonly organ: Organ
  readonly case: CaseView
  readonly today: PlainDate
  readonly form: Filled
  readonly kept?: readonly KeptFile[]
  /** What the last step did, or why it could not be done. */
  readonly notice?: string
}

/** What an applicant sees of the own request: where it stands, the clock, what happened, and what may be done now. */
export function casePage(props: CaseProps): string {
  const { view, organ, case: seen, today, form, kept = [], notice } = props
  const status = statusInWords(seen)
  const isOpen = (step: string) => seen.steps.some(({ name, why }) => name === step && why === null)
  return renderPage({
    view,
    title: titleWith(`${seen.number} - 办理进度`, form.problems),
    shortTitle: '办理进度',
    crumbs: crumbsToRequests(view, organ),
    holdsDraft: true,
    children: (
      <div className="reading wide">
        {notice && (
          <p className="note notice" role="alert">
            {notice}
          </p>
        )}
        <ErrorSummary problems={form.problems} />
        <p className="soft step">{seen.number}</p>
        <h1>{status.name}</h1>
        <p className="lead">{status.sentence}</p>
        {isOpen('receiveSupplement') && <Supplement {...props} />}
        {isOpen('receiveReasons') && <Reasons {...props} />}
        {!isOpen('receiveSupplement') && !isOpen('receiveReasons') && (
          <Unsent
            texts={Object.values(form.texts)}
            files={kept.map(({ name }) => name)}
            what="现在不能再提交。还需要的，请复制保存；要补充说明的，请联系本机关。"
          />
        )}
        <Answers {...props} />
        {seen.clock && (
          <section aria-labelledby="clock">
            <h2 id="clock">答复期限</h2>
            {seen.status === 'supplementing' ? (
              <p>等待您补正。自收到补正之日起，重新计算{seen.clock.allowedDays}个工作日的答复期限。</p>
            ) : (
              <ClockStrip clock={seen.clock} today={today} isConcluded={seen.status === 'concluded'} />
            )}
            {seen.noAnswer && <p>{seen.noAnswer}</p>}
          </section>
        )}
        <section aria-labelledby="events">
          <h2 id="events">办理经过</h2>
          <ol className="rows flush happenings">
            {happenings(seen.events)
              .toReversed()
              .map(({ seq, on, text }) => (
                <li key={seq} className="line-of">
                  <time dateTime={on}>{chineseDate(on)}</time>
                  <span>{text}</span>
                </li>
              ))}
          </ol>
        </section>
        <Asked {...props} />
        <section aria-labelledby="more" className="screen-only">
          <h2 id="more">其他</h2>
          {isOpen('withdraw') && (
            <p>
              不再需要这些信息的，可以<a href={`${addresses.followedCase(organ)}/withdraw`}>撤回申请</a>。
            </p>
          )}
          <form method="post" action={`${addresses.followedCase(organ)}/leave`}>
            <p>查询一小时后自动退出；在公用电脑上查询的，请用完退出。</p>
            <button type="submit" className="button secondary">
              退出查询
            </button>
          </form>
        </section>
        <section aria-labelledby="whom" className="print-only">
          <h2 id="whom">联系本机关</h2>
          <Contact organ={organ} />
        </section>
      </div>
    ),
  })
}

function Answers({ organ, case: { letters, given } }: CaseProps) {
  const own = letters.filter(({ kind }) => isForApplicant(kind)).toReversed()
  if (own.length + given.length === 0) return null
  const base = addresses.followedCase(organ)
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">文书和答复</h2>
      <ul className="rows report-rows">
        {own.map(({ seq, label, number, issuedOn, corrects, correctedBy }) => (
          <li key={seq} className="line-of">
            <span className="no-link">
              {label}
              <br />
              <span className="hint">{number}</span>
              {corrects && (
                <>
                  <br />
                  <span>更正{corrects.number}</span>
                  {corrects.changes.map(({ from, to }) => (
                    <span key={from} className="letter-change">
                      <del>{from}</del> → <ins>{to}</ins>
                    </span>
                  ))}
                </>
              )}
              {correctedBy.map((by) => (
                <strong key={by.seq} className="letter-change">
                  已由{by.number}更正，请与其一并阅读
                </strong>
              ))}
            </span>
            <time dateTime={issuedOn}>{chineseDate(issuedOn)}</time>
            <ul className="downloads" aria-label={`下载${label}`}>
              {(['pdf', 'docx'] as const).map((ending) => (
                <li key={ending}>
                  <a href={`${base}/letters/${seq}.${ending}`} aria-label={`下载${label}：${names[ending]}`}>
                    {names[ending]}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {given.map(({ id, name, size }) => (
          <li key={id}>
            <a href={`${base}/files/${id}`}>{name}</a>
            <span className="fine figures">随答复提供，{sizeText(size)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const names = { pdf: 'PDF', docx: 'Word' } as const

/** What came from the applicant; the rest of the file is the organ's. */
const sentIn: readonly string[] = filePurposeIds

function Asked({
  case: { summary, formWanted, routeWanted, assistance, applicant, arrivedOn, receivedOn, files },
}: CaseProps) {
  const lines: [string, string | null][] = [
    ['申请内容', summary],
    ['获取方式、途径', [formWanted, routeWanted].filter(Boolean).join('，')],
    ['需要的帮助', assistance],
    ['申请人', `${applicant.name}${applicant.agent ? `（代理人${applicant.agent}）` : ''}`],
    ['身份证明', applicant.identity],
    ['联系方式', [applicant.phone, applicant.email, applicant.address].filter(Boolean).join('，')],
    ['提交日期', chineseDate(arrivedOn)],
    ['收到申请之日', receivedOn && chineseDate(receivedOn)],
    [
      '所附材料',
      files
        .filter(({ purpose }) => sentIn.includes(purpose))
        .map(({ name }) => name)
        .join('、'),
    ],
  ]
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">申请</h2>
      <dl className="rows flush ways asked">
        {lines
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Supplement({ organ, case: { seq, letters, supplementAsked }, form, kept = [] }: CaseProps) {
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
      <form
        method="post"
        action={`${addresses.followedCase(organ)}/supplement`}
        encType="multipart/form-data"
        noValidate
      >
        <Hidden texts={{ seq: String(seq) }} />
        <LongTextField form={form} name="text" label="补正的内容" hint="最多2000个字" rows={5} />
        <Upload
          purpose="attachment"
          label="补充材料"
          hint="可以是PDF、OFD、Word（.docx）、图片等，每个不超过20MB，全部文件不超过5个。"
          kept={kept}
          problem={form.problems.get('attachment')}
          optional
        />
        <p className="actions">
          <button type="submit" className="button">
            提交补正
          </button>
        </p>
      </form>
    </section>
  )
}

function Reasons({ organ, case: { seq }, form }: CaseProps) {
  return (
    <section aria-labelledby="reasons" className="to-do">
      <h2 id="reasons">说明理由</h2>
      <p>您申请的数量、频次明显超过合理范围，请说明理由（条例第三十五条）。理由合理的，本机关继续办理。</p>
      <form method="post" action={`${addresses.followedCase(organ)}/reasons`} noValidate>
        <Hidden texts={{ seq: String(seq) }} />
        <LongTextField form={form} name="text" label="理由" hint="最多2000个字" rows={5} />
        <p className="actions">
          <button type="submit" className="button">
            提交理由
          </button>
        </p>
      </form>
    </section>
  )
}
