import { chineseDate, officeDay, type PlainDate, timeOfDay } from '../../days/plain-date.ts'
import { isRepealable } from '../../disclosure/record-type.ts'
import type { LinkedRecord, PublicRecord } from '../../disclosure/store/public.ts'
import type { NamedRecord } from '../../disclosure/store/replaced.ts'
import { summaryOf } from '../../disclosure/summary.ts'
import { validityOn } from '../../law/validity.ts'
import type { Organ } from '../../organs/organ.ts'
import { subscriptionAddresses } from '../../subscriptions/addresses.ts'
import { plainTextOf } from '../../text/plain.ts'
import { legislationData } from '../about/linked-data.ts'
import { sizeText } from '../downloads.tsx'
import { SpeakLine } from '../feedback/speak-line.tsx'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { bannerWords } from './banner.ts'
import { Cite } from './cite.tsx'
import { addressOf, ancestorsOf, type Platform, tagsOf } from './platform.ts'
import { RecordHead, sourceOf } from './record-head.tsx'
import { RecordText } from './record-text.tsx'
import { WithLinks } from './with-links.tsx'

export interface RecordPageProps {
  readonly view: View
  readonly organ: Organ
  readonly platform: Platform
  readonly record: PublicRecord
  readonly today: PlainDate
  /** Those that the words of its repeal name, and those that it repeals. */
  readonly named: readonly NamedRecord[]
  readonly repeals: readonly NamedRecord[]
  /** The code of its address, as a data URL. */
  readonly qr: string
}

/** 国办发〔2017〕47号: the source of a repost is the original one. */
const originOf = (record: PublicRecord, organ: Organ): string =>
  sourceOf(record)?.name || record.content.issuingOrgan || organ.name

/** The way to a record: its column with everything above it. */
export const crumbsToRecord = ({
  view,
  organ,
  platform,
  record,
}: Pick<RecordPageProps, 'view' | 'organ' | 'platform' | 'record'>) => {
  const column = platform.columns.find(({ id }) => id === record.columnId)
  const way = column ? [...ancestorsOf(platform, column), column] : []
  return [...crumbsTo(view), ...way.map((each) => ({ name: each.name, path: addressOf(organ, each) }))]
}

/** A record to read: what it is, the text, and everything that belongs to it. */
export function recordPage(props: RecordPageProps): string {
  const { view, organ, platform, record, today } = props
  const { content, title, number } = record
  const column = platform.columns.find(({ id }) => id === record.columnId)
  return renderPage({
    view,
    title,
    shortTitle: '正文',
    column: tagsOf(organ, column),
    data: record.type === 'normativeDocument' ? [legislationData(view.site, props)] : [],
    article: {
      title,
      pubDate: `${officeDay(record.firstPublishedAt)} ${timeOfDay(record.firstPublishedAt)}`,
      source: originOf(record, organ),
      keywords: content.keywords.join(',') || title,
      description: summaryOf(content, 120),
      url: `${view.site.origin}${view.path}`,
    },
    crumbs: crumbsToRecord(props),
    children: (
      <article className="record">
        <Banner {...props} />
        <h1>{title}</h1>
        <RecordHead record={record} today={today} />
        <ul className="downloads" aria-label="下载全文">
          {(['pdf', 'docx'] as const).map((form) => (
            <li key={form}>
              <a href={`${addresses.record(organ, number)}.${form}`}>下载{form === 'pdf' ? ' PDF' : ' Word'}</a>
            </li>
          ))}
        </ul>
        <Correction organ={organ} record={record} />
        <RecordText text={content.text} fileAt={(file) => addresses.recordFile(organ, number, file)} />
        <Closing record={record} />
        <Attachments organ={organ} record={record} />
        <Related organ={organ} record={record} />
        <Links organ={organ} title="废止时提到本文件的文件" links={props.repeals} />
        <section className="soft record-dates" aria-label="发布与更正">
          <p className="fine figures line-of dates-row">
            <span>
              发布日期：
              <time dateTime={officeDay(record.firstPublishedAt)}>
                {chineseDate(officeDay(record.firstPublishedAt))}
              </time>
            </span>
            {record.edition > 1 && (
              <>
                {' '}
                <span>
                  最近变动：
                  <time dateTime={officeDay(record.changedAt)}>{chineseDate(officeDay(record.changedAt))}</time>
                </span>
                <a href={addresses.recordHistory(organ, number)}>查看公开过的各版</a>
              </>
            )}
          </p>
        </section>
        <Cite
          record={record}
          author={originOf(record, organ)}
          url={view.site.origin + view.path}
          today={today}
          qr={props.qr}
        />
        {view.tellsByMail && (
          <p className="fine screen-only">
            <a href={subscriptionAddresses.begin(organ, view.path)} rel="nofollow">
              本文件修改、更正、废止、撤回时，用邮件告诉我
            </a>
          </p>
        )}
        <SpeakLine organ={organ} path={view.path} />
      </article>
    ),
  })
}

/** 国办发〔2017〕47号: what is no longer in force stays, and says so before anything else. */
function Banner({ organ, record, today, named }: RecordPageProps) {
  const words = bannerWords(record, today)
  return words ? (
    <p className={`note record-banner ${validityOn(record, today)}`} role="note">
      <WithLinks words={words} organ={organ} named={named} />
    </p>
  ) : null
}

function Correction({ organ, record }: Pick<RecordPageProps, 'organ' | 'record'>) {
  const { act } = record.content
  if (act.kind !== 'correct') return null
  const day = officeDay(record.changedAt)
  return (
    <p className="note record-note" role="note">
      <strong>更正说明：</strong>
      <time dateTime={day}>{chineseDate(day)}</time>更正。理由：{act.reason}
      <br />
      {act.hideReason === undefined ? (
        <a href={addresses.recordHistory(organ, record.number)}>查看更正了哪些文字</a>
      ) : (
        `更正前的原文已经隐去。理由：${act.hideReason}`
      )}
    </p>
  )
}

/** What stands under an official document, and under nothing else, that may be read by everybody. */
function Closing({ record: { content } }: Pick<RecordPageProps, 'record'>) {
  const isSaid = plainTextOf(content.text).includes('此件公开发布')
  return isRepealable(content.type) && content.documentNumber && content.attribute === 'proactive' && !isSaid ? (
    <p className="record-closing">（此件公开发布）</p>
  ) : null
}

const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/ofd': 'OFD',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'text/plain': '文本',
}
const kindOf = (contentType: string): string =>
  kinds[contentType] ?? (contentType.startsWith('image/') ? '图片' : '文件')

function Attachments({ organ, record }: Pick<RecordPageProps, 'organ' | 'record'>) {
  const { attachments } = record.content
  if (attachments.length === 0) return null
  return (
    <section aria-labelledby="attachments">
      <h2 id="attachments">附件</h2>
      <ol>
        {attachments.map(({ fileId, name, size, contentType, alternative }) => (
          <li key={fileId}>
            <a href={addresses.recordFile(organ, record.number, fileId)}>{name}</a>{' '}
            <span className="fine figures">
              {kindOf(contentType)}，{sizeText(size)}
            </span>
            {alternative && <p className="hint">无障碍说明：{alternative}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Links({
  organ,
  title,
  links,
}: {
  organ: Organ
  title: string
  links: readonly Pick<LinkedRecord, 'number' | 'title'>[]
}) {
  if (links.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {links.map(({ number, title: name }) => (
          <li key={number}>
            <a href={addresses.record(organ, number)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Interpretation and policy lead to each other. */
function Related({ organ, record: { type, policy, linked } }: Pick<RecordPageProps, 'organ' | 'record'>) {
  const isResponse = (each: LinkedRecord) => each.type === 'publicConcernResponse'
  const title = type === 'publicConcernResponse' ? '所回应的文件' : '所解读的政策文件'
  return (
    <>
      <Links organ={organ} title={title} links={policy ? [policy] : []} />
      <Links organ={organ} title="相关解读" links={linked.filter((each) => !isResponse(each))} />
      <Links organ={organ} title="回应关切" links={linked.filter(isResponse)} />
    </>
  )
}
