import { chineseDate, officeDay } from '../days/plain-date.ts'
import type { ComposedMail } from '../mail/compose.ts'
import type { Organ } from '../organs/organ.ts'
import { titleOf } from '../report/write/printed.ts'
import { subscriptionAddresses, withCode } from './addresses.ts'
import type { News } from './store/news.ts'

/** One mail tells so many that are new; the rest stands on the site. */
const mostTold = 60
/** And so many changes, which no list of the site tells afterwards. */
const mostChanges = 300

interface Digest {
  readonly organ: Organ
  /** Of the site, without a slash at the end. */
  readonly origin: string
  /** What concerns this subscriber, the newest first. */
  readonly news: readonly News[]
  /** What they have subscribed to, as they call it. */
  readonly topics: readonly string[]
  /** Changes and ends the subscription. */
  readonly code: string
}

/** What has become public and what has changed, with the ways to change and to end the subscription. */
export function digestMail({ organ, origin, news, topics, code }: Digest): ComposedMail {
  const [fresh = [], changed = []] = [false, true].map((isChange) =>
    news.filter((each) => isChanged(each) === isChange),
  )
  const end = origin + withCode(subscriptionAddresses.end(organ), code)
  const told = [
    { head: '新公开的信息', news: fresh.slice(0, mostTold) },
    { head: '有变动的信息', news: changed.slice(0, mostChanges) },
  ].filter((each) => each.news.length > 0)
  const left = news.length - told.reduce((sum, each) => sum + each.news.length, 0)
  return {
    subject: `${organ.name}${fresh.length > 0 ? '新公开的信息' : '公开的信息有变动'}（${news.length}条）`,
    fromName: organ.name,
    headers: unsubscribing(end),
    body: [
      ...told.flatMap(({ head, news: listed }) => [
        head,
        ...listed.map((each, index) => `${index + 1}. ${said(each, organ, origin)}`),
      ]),
      ...(left > 0 ? [`另有${left}条，请到网站上查看：\n${origin}/${organ.slug}/records/`] : []),
      '——————',
      `您订阅了：${topics.join('、')}。`,
      `查看、修改订阅：\n${origin}${withCode(subscriptionAddresses.own(organ), code)}`,
      `退订：\n${end}`,
      `${organ.name}\n此邮件由系统发出，请勿回复。`,
    ].join('\n\n'),
  }
}

/** RFC 8058: the reader's mail program ends it by one click, without a cookie. Only over https, as the RFC asks. */
const unsubscribing = (address: string): Readonly<Record<string, string>> =>
  address.startsWith('https:')
    ? { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {}

/** It was told before, or stood in public before anybody was told. */
const isChanged = ({ wasTold, repealedOn, withdrawnAt }: News): boolean =>
  wasTold || withdrawnAt !== null || repealedOn !== null

function said(news: News, organ: Organ, origin: string): string {
  const { number, year, documentNumber } = news
  const title = number === null ? titleOf({ title: null, organ: organ.name, year }) : news.title
  const place = number === null ? `annual-reports/${year}` : `records/${number}`
  return [title, documentNumber, whatBecame(news), `${origin}/${organ.slug}/${place}`].filter(Boolean).join('\n   ')
}

/** The days of a publication, and what it has become. */
export function whatBecame({ act, firstPublishedAt, changedAt, repealedOn, withdrawnAt }: News): string {
  if (withdrawnAt) return `已撤回（${chineseDate(officeDay(withdrawnAt))}）`
  const published = `${chineseDate(officeDay(firstPublishedAt))}公开`
  if (repealedOn) return `${published}，${chineseDate(repealedOn)}废止`
  return act === 'correct' ? `${published}，${chineseDate(officeDay(changedAt))}更正` : published
}
