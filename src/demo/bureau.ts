import type { Publication } from '../channels/publication.ts'
import { addDays, plainDate } from '../days/plain-date.ts'
import type { NewOrgan } from '../organs/organ.ts'
import { originalTitles, repostTitles, topics } from './bureau-words.ts'
import { someOfficeDays } from './office-days.ts'
import { type Draft, publish } from './publications.ts'
import { type Random, seeded } from './random.ts'

/** The sample bureau, with the contact facts that its own report for 2024 prints. */
export const bureau: NewOrgan = {
  slug: 'hegang-ysj',
  name: '鹤岗市营商环境建设监督局',
  kind: 'department',
  level: 'city',
  parentId: null,
  canMakeRules: false,
  ogiWorkBody: '',
  address: '黑龙江省鹤岗市工农区北红旗路市政务服务中心8楼',
  postcode: '',
  phone: '0468-3355508',
  email: 'hgysjzhk@163.com',
  siteCode: '',
  creditCode: '',
  letterCode: '鹤营商',
  isDemo: true,
}

export const bureauChannel = { kind: 'wechat', name: '鹤岗营商' } as const
const published = 777
const onRestDays = 84

/** The 777 items of 2024 that the report counts. Their titles are invented, and many are reposts, as it says itself. */
export function bureauPublications(): Publication[] {
  const random = seeded('hegang-ysj/publications')
  const days = [
    ...someOfficeDays(random, 2024, published - onRestDays),
    ...Array.from({ length: onRestDays }, () => addDays(plainDate('2024-01-01'), random.int(0, 365))),
  ].sort()
  // Its links are not known, and none is invented for a real account.
  return publish(random, bureauChannel, days, () => aDraft(random)).map((each) => ({ ...each, url: '' }))
}

const sorts = { repost: 55, original: 32, interpretation: 8, response: 3, other: 2 } as const

function aDraft(random: Random): Draft {
  const topic = random.pick(topics)
  switch (random.weighted(sorts)) {
    case 'repost':
      return { title: random.pick(repostTitles)(topic), kind: 'other', originality: 'repost' }
    case 'original':
      return { title: random.pick(originalTitles)(topic), kind: 'other', originality: 'original' }
    case 'interpretation':
      return { title: `一图读懂：${topic}`, kind: 'policyInterpretation', originality: 'original' }
    case 'response':
      return { title: `回应关切：${topic}常见问题答复`, kind: 'publicConcernResponse', originality: 'original' }
    case 'other':
      return { title: `每周一学：${topic}`, kind: 'other', originality: 'other' }
  }
}
