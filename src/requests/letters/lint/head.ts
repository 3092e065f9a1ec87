import { chineseDate, type PlainDate } from '../../../days/plain-date.ts'
import type { Letter } from '../letter.ts'
import { type Lack, unless } from './lack.ts'

const isFilled = (text: string): boolean => text.trim() !== ''

/** Title, addressee, organ and whom to call: what every letter bears, before it has a number too. */
export const lacksInHead = ({ title, addressee, organ, contact }: Letter): Lack[] => [
  ...unless(isFilled(title), 'title', '文书没有标题，请重新拟写'),
  ...unless(isFilled(addressee), 'addressee', '文书没有写明收件人，请办理“更正登记”补上姓名或者名称，再重新拟写'),
  ...unless(isFilled(organ), 'organ', '文书没有落款机关，请系统管理员在“机关信息”页填写机关名称'),
  ...unless(
    /^联系单位：[^，\s]/.test(contact),
    'contact',
    '文书没有写明联系单位，请系统管理员在“机关信息”页填写政府信息公开工作机构',
  ),
]

/** What a letter gets when it leaves: its number, with the year of its day, and the day itself. */
export function lacksOnLeaving({ number, madeOn }: Letter, today: PlainDate): Lack[] {
  const isNumbered = number?.includes(`〔${madeOn.slice(0, 4)}〕`) === true && /[1-9]\d*号$/.test(number)
  return [
    ...unless(isNumbered, 'number', '文书没有当年的发文字号，不能发出，请重新办理'),
    ...unless(madeOn === today, 'date', `文书的成文日期不是发出之日（${chineseDate(today)}），不能发出，请重新办理`),
  ]
}
