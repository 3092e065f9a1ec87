import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { RequestChannelId } from '../request-channel.ts'
import type { AskedFor } from './facts.ts'
import { need, quoted } from './wording.ts'

/** How the request came, as the letter says it. */
const ways: Record<RequestChannelId, string> = {
  inPerson: '当面提交的',
  registeredMail: '邮寄提交的',
  ordinaryMail: '以平常信函提交的',
  fax: '通过传真提交的',
  online: '通过互联网提交的',
  oral: '口头提出、由本机关代为填写的',
}

/** When and how a request came in, which is not yet its receipt (art. 31), and what it asks for, in its own words. */
export const arrived = (on: PlainDate, channel: RequestChannelId, asked: string, you: string): string =>
  `本机关于${chineseDate(on)}接到${you}${ways[channel]}政府信息公开申请。${wanted(asked, you)}`

const wanted = (asked: string, you: string) => `${you}申请公开：${quoted(need(asked, '申请公开的内容', 'summary'))}。`

/** When and how the request was received, and what it asks for, in its own words and in those that supplement it. */
export function received({ receivedOn, channel, asked, supplementedOn, supplemented }: AskedFor, you: string): string {
  const supplement = supplementedOn ? `，于${chineseDate(supplementedOn)}收到补正材料` : ''
  return `本机关于${chineseDate(receivedOn)}收到${you}${ways[channel]}政府信息公开申请${supplement}。${wanted(asked, you)}${supplemented === '' ? '' : `补正后的内容为：${quoted(supplemented)}。`}`
}
