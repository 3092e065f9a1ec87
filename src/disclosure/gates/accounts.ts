import type { WordsGate } from './gate.ts'
import { before, plainOf } from './passages.ts'
import { finding } from './rules.ts'

/** Mail of houses where anybody opens an account. */
const mail =
  /(?<![\w.+-])[\w.+-]{1,64}@(?:vip\.)?(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|aliyun|tom|21cn|gmail|outlook|hotmail|live|msn|yahoo|icloud)\.(?:com|net|cn|com\.cn)(?![\w.-]*\w)/gi
const forTheOffice =
  /(?:联系|咨询|监督|举报|投诉|报名|报送|报至|征集|征求|反馈|意见|建议|公开|工作|办公|受理|服务|电子|官方|指定)(?:邮箱|邮件|信箱|方式|地址)|邮箱|发送?(?:至|到)|发至/
const nearby = 20

const chat = /(?:微信号?|VX|wx|QQ号?码?)(?:账号|号码)?[:： ]{1,2}(?:[A-Za-z][\w-]{5,19}|[1-9]\d{5,11})(?![\w-])/gi

const coveredName = (address: string): string => address.replace(/^(.).*(?=@)/, '$1***')

/** Addresses of persons; of an office that has no better one only a hint. */
export const mailGate: WordsGate = (_content, { passages }) =>
  passages.flatMap(({ place, text }) => {
    const plain = plainOf(text)
    return [...plain.matchAll(mail)].map(({ 0: address, index }) =>
      finding(
        forTheOffice.test(before(plain, index, nearby)) ? 'officeMail' : 'privateMail',
        place,
        coveredName(address),
      ),
    )
  })

/** Accounts of persons; a 公众号 and a group are none. */
export const chatGate: WordsGate = (_content, { passages }) =>
  passages.flatMap(({ place, text }) =>
    [...plainOf(text).matchAll(chat)].map(([words]) =>
      finding('chatAccount', place, words.replace(/[\w-]{4}$/, '****')),
    ),
  )
