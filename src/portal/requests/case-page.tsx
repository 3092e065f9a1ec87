import { chineseDate } from '../../days/plain-date.ts'
import { effectiveEvents } from '../../requests/history.ts'
import { filePurposeIds } from '../../requests/intake.ts'
import { isConcluded } from '../../requests/request-status.ts'
import { ClockStrip } from '../clock-strip.tsx'
import { Contact } from '../contact.tsx'
import { renderPage } from '../page.tsx'
import { addresses } from '../site.ts'
import { Answers } from './case-answers.tsx'
import { AskedNow } from './case-asked-now.tsx'
import { CaseFee, isPaying, payingWords } from './case-fee.tsx'
import { type CaseProps, explains, isOpen, placeOf } from './case-props.ts'
import { answeredInTime, happenings, statusInWords } from './citizen-words.ts'
import { hasDueDay } from './due-ics.ts'
import { ErrorSummary } from './error-summary.tsx'
import { crumbsToRequests, titleWith } from './form-page.ts'

/** What an applicant sees of the own request: where it stands, the clock, what happened, and what may be done now. */
export function casePage(props: CaseProps): string {
  const { view, organ, case: seen, form, notice } = props
  const status = statusInWords(seen)
  return renderPage({
    view,
    title: titleWith(`${seen.number} - 办理进度`, form.problems),
    shortTitle: '办理进度',
    crumbs: crumbsToRequests(view, organ),
    holdsDraft: explains(seen) || Object.values(form.texts).some(Boolean),
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
        <AskedNow {...props} />
        <CaseFee {...props} />
        <Answers {...props} />
        <Discontent {...props} />
        <AnswerPeriod {...props} />
        <Happenings {...props} />
        <Asked {...props} />
        <Other {...props} />
        <section aria-labelledby="whom" className="print-only">
          <h2 id="whom">联系本机关</h2>
          <Contact organ={organ} />
        </section>
      </div>
    ),
  })
}

function AnswerPeriod({ organ, case: seen, today }: CaseProps) {
  if (!seen.clock) return null
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">答复期限</h2>
      {isPaying(seen) ? (
        <p>{payingWords(seen)}</p>
      ) : seen.status === 'supplementing' ? (
        <p>等待您补正。自收到补正之日起，重新计算{seen.clock.allowedDays}个工作日的答复期限。</p>
      ) : (
        <>
          {answeredInTime(seen) && <p>{answeredInTime(seen)}</p>}
          <ClockStrip clock={seen.clock} today={today} isConcluded={isConcluded(seen.status)} />
        </>
      )}
      {hasDueDay(seen) && (
        <p className="screen-only">
          <a href={placeOf({ organ, case: seen }, 'due.ics')}>把最后一日存入日历（.ics）</a>
        </p>
      )}
      {seen.noAnswer && <p>{seen.noAnswer}</p>}
    </section>
  )
}

/** What may be done against the answer, in its own words, and until when. */
function Discontent({ case: { afterAnswer } }: CaseProps) {
  if (!afterAnswer) return null
  const { paragraph, arrivedOn, reviewUntil } = afterAnswer
  return (
    <section aria-labelledby="discontent">
      <h2 id="discontent">对答复不服的</h2>
      <p>{paragraph}</p>
      <p>
        {arrivedOn && reviewUntil
          ? `答复于${chineseDate(arrivedOn)}送达；申请行政复议的期限从次日起算，最后一日为${chineseDate(reviewUntil)}。`
          : '期限从您收到答复的次日起算。'}
      </p>
    </section>
  )
}

function Happenings({ case: { events, service } }: CaseProps) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">办理经过</h2>
      <ol className="rows flush happenings">
        {happenings(events, service)
          .toReversed()
          .map(({ seq, on, text }) => (
            <li key={seq} className="line-of">
              <time dateTime={on}>{chineseDate(on)}</time>
              <span>{text}</span>
            </li>
          ))}
      </ol>
    </section>
  )
}

function Other({ organ, case: seen }: CaseProps) {
  return (
    <section aria-labelledby="more" className="screen-only">
      <h2 id="more">其他</h2>
      {isOpen(seen, 'withdraw') && (
        <p>
          不再需要这些信息的，可以<a href={placeOf({ organ, case: seen }, 'withdraw')}>撤回申请</a>。
        </p>
      )}
      <form method="post" action={`${addresses.followedCase(organ)}/leave`}>
        <p>查询一小时后自动退出；在公用电脑上查询的，请用完退出。</p>
        <button type="submit" className="button secondary">
          退出查询
        </button>
      </form>
    </section>
  )
}

const supplements = (events: CaseProps['case']['events']): string =>
  effectiveEvents(events)
    .flatMap(({ kind, happenedOn, data }) =>
      kind === 'supplementReceived' && data.text ? [`${chineseDate(happenedOn)}：${data.text}`] : [],
    )
    .join('\n')

/** What came from the applicant; the rest of the file is the organ's. */
const sentIn: readonly string[] = filePurposeIds

function Asked({
  case: { events, summary, formWanted, routeWanted, assistance, applicant, arrivedOn, receivedOn, files },
}: CaseProps) {
  const lines: [string, string | null][] = [
    ['申请内容', summary],
    ['补正的内容', supplements(events)],
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
