import { chineseDate, officeDay, timeOfDay } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { ComposedMail, MailAbout } from '../mail/compose.ts'
import * as organs from '../organs/store.ts'
import { DigestAbout, RequestAbout } from './about.ts'
import { noteDelivery } from './actions.ts'
import { subscriptionAddresses, withCode } from './addresses.ts'
import { codeOf } from './code.ts'
import { digestMail } from './digest-mail.ts'
import { listColumns, listNews, titlesOf } from './store/news.ts'
import * as store from './store/subscribers.ts'
import { type ColumnPlace, concerns, type Topic, titleOfTopic } from './topic.ts'

/** Where a mail is written for. */
export interface MailPlace {
  readonly organId: number
  /** Of the site, without a slash at the end. */
  readonly origin: string
}

/** What these topics are called; those of which nothing is there any more are left out. */
export async function topicTitles(
  tx: Tx,
  organId: number,
  topics: readonly Topic[],
  columns: readonly ColumnPlace[],
): Promise<{ readonly topic: Topic; readonly title: string }[]> {
  const numbers = topics.flatMap(({ kind, subject }) => (kind === 'record' ? [subject] : []))
  const titles = await titlesOf(tx, organId, numbers)
  return topics.flatMap((topic) => {
    const title = titleOfTopic(topic, { columns, titles })
    return title ? [{ topic, title }] : []
  })
}

/** Asks an address whether it wants what somebody has asked for in its name; null when that is settled or its time is over. */
export async function requestNow(
  tx: Tx,
  { organId, origin }: MailPlace,
  about: MailAbout,
): Promise<ComposedMail | null> {
  const { requestId } = RequestAbout.parse(about)
  const request = await store.findRequest(tx, organId, requestId)
  if (!request) return null
  const organ = await organs.get(tx, organId)
  const [wanted] = await topicTitles(tx, organId, [request.topic], await listColumns(tx, organId))
  if (!wanted) return null
  const code = codeOf('subscription request', organId, requestId)
  const until = `${chineseDate(officeDay(request.expiresAt))}${timeOfDay(request.expiresAt)}`
  return {
    to: request.address,
    fromName: organ.name,
    subject: `请确认邮件订阅（${organ.name}）`,
    body: [
      `有人在${organ.name}政府信息公开网站上填写了这个邮箱，要订阅：${wanted.title}。`,
      `是您要订阅的，请打开下面的网页，点“确认订阅”。${until}以前有效，只能用一次。\n${origin}${withCode(subscriptionAddresses.confirm(organ), code)}`,
      '不是您填写的，不用理会：不确认就不会再收到邮件，填写的邮箱到时自动删除。',
      `${organ.name}\n此邮件由系统发出，请勿回复。`,
    ].join('\n\n'),
  }
}

/** What is new for a subscriber, as it is true now; null when they have gone or nothing is left to tell them. */
export async function digestNow(
  tx: Tx,
  { organId, origin }: MailPlace,
  about: MailAbout,
): Promise<ComposedMail | null> {
  const { digestId, subscriberId } = DigestAbout.parse(about)
  const subscriber = await store.find(tx, organId, subscriberId)
  if (!subscriber) return null
  const columns = await listColumns(tx, organId)
  const topics = await store.topicsOf(tx, subscriber)
  const news = (await listNews(tx, organId, digestId)).filter((each) => concerns(topics, columns, each))
  if (news.length === 0) return null
  const organ = await organs.get(tx, organId)
  const titles = await topicTitles(tx, organId, topics, columns)
  const code = codeOf('subscriber', organId, subscriberId)
  const mail = digestMail({ organ, origin, news, code, topics: titles.map(({ title }) => title) })
  return { ...mail, to: subscriber.address }
}

/** What the room notes of how a digest ended. */
export const digestEnded = (tx: Tx, organId: number, about: MailAbout, how: 'sent' | 'refused'): Promise<void> =>
  noteDelivery(tx, organId, DigestAbout.parse(about).subscriberId, how)
