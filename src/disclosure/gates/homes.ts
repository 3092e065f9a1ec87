import type { WordsGate } from './gate.ts'
import { before, plainOf } from './passages.ts'
import { personName } from './persons.ts'
import { finding } from './rules.ts'

/** A street, a number, and a door behind it. */
const door =
  /[路街道巷弄里村屯组苑园区城庄庭湾][^,。;\n]{0,24}?\d{1,5}(?:室|号房)|[村屯组]\d{1,4}号(?!楼|院)|\d{1,3}单元\d{2,4}(?!\d)/g
/** `被处罚人张某，住某市某街15号`: where no door follows. */
const lives = /(?<=^|[,。;:\s]|家|现|原|暂|居)住(?!所|房|建|宅)(?:址|在|于)?[: ]?[^,。;\n]{2,40}?\d{1,5}号(?!楼|院)/g
const ofPerson =
  /住址|家住|现住|居住|户籍|户主|身份证|姓名|当事人|申请人|被处罚人|被执行人|被征收人|产权人|女士|先生|[,( \t](?:男|女)[,) \t]/
/** `张三,家住人民路5号`, `张三 住址:人民路5号`. */
const named = new RegExp(`(?<=^|[\\s,。;:、(.\\d])${personName}[,:、( \\t]`, 'u')
const ofOffice = /办公|地址在|办公地点|注册地|住所地|经营场所|营业|窗口|会议室|经营地址|受理|报名|地点/

/** Where persons live, to the door, as it is written. An office's room is none. */
export function homesIn(text: string): string[] {
  const plain = plainOf(text)
  const doors = [...plain.matchAll(door)]
  // One address is one finding, whichever way it was recognised.
  const streets = [...plain.matchAll(lives)].filter(
    ({ 0: words, index }) =>
      !doors.some((each) => each.index + each[0].length > index && each.index < index + words.length + 12),
  )
  return [...doors, ...streets].flatMap(({ 0: address, index }) => {
    const near = before(plain, index, 60)
    const isOfNamed = /^住址/.test(address) || (address.startsWith('住') && near.endsWith('家'))
    if (!(ofPerson.test(near) || (isOfNamed && named.test(near))) || ofOffice.test(before(plain, index, 24))) return []
    return [`${before(plain, index, 10).replace(/^.*[,。:;\s]/s, '')}${address}`]
  })
}

/** The number of the house is what nobody is to learn. */
export const withoutHouse = (address: string): string => address.replace(/\d/g, '*')

export const homeAddressGate: WordsGate = (_content, { passages }) =>
  passages.flatMap(({ place, text }) =>
    homesIn(text).map((address) => finding('homeAddress', place, withoutHouse(address))),
  )
