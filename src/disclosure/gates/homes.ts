import type { Gate } from './gate.ts'
import { before, plainOf } from './passages.ts'
import { finding } from './rules.ts'

/** A street, a number, and a door behind it. */
const door = /[路街道巷弄里村屯组苑园区城庄庭湾][^,。;\n]{0,24}?\d{1,5}(?:室|号房)|[村屯组]\d{1,4}号(?!楼|院)/g
const ofPerson = /住址|家住|现住|居住|户籍|户主|身份证|姓名|当事人|申请人|被处罚人|女士|先生|[,( \t](?:男|女)[,) \t]/
const ofOffice = /办公|地址在|办公地点|注册地|住所地|经营场所|营业|窗口|会议室|经营地址|受理|报名|地点/

/** Where a person lives, to the door. An office's room is none. */
export const homeAddressGate: Gate = (_content, { passages }) =>
  passages.flatMap(({ place, text }) => {
    const plain = plainOf(text)
    return [...plain.matchAll(door)].flatMap(({ 0: address, index }) => {
      const near = before(plain, index, 60)
      if (!ofPerson.test(near) || ofOffice.test(before(plain, index, 24))) return []
      const whole = `${before(plain, index, 10).replace(/^.*[,。:;\s]/s, '')}${address}`
      return [finding('homeAddress', place, whole.replace(/\d/g, '*'))]
    })
  })
