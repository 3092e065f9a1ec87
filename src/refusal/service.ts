import { betweenDays } from './between.ts'
import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string, field?: string) =>
  new Refusal('conflict', code, message, undefined, field)
const invalid = (code: string, message: string, field?: string) =>
  new Refusal('invalid', code, message, undefined, field)

/** What is refused of the service of letters (国办公开办函〔2016〕235号). */
export const serviceRefusals = {
  mailNumberMissing: () =>
    invalid('mail_number_missing', '请填写邮件号码，如收寄凭证上的挂号信、EMS号码', 'mailNumber'),
  mailNumberMistyped: () =>
    invalid('mail_number_mistyped', '邮件号码的校验位不符，可能有一位抄错，请与收寄凭证核对', 'mailNumber'),
  notAMailNumber: () =>
    invalid(
      'not_a_mail_number',
      '这不是邮政企业的邮件号码：应当是13位，如 XA12345678901、EA123456785CN 或者13位数字，请与收寄凭证核对',
      'mailNumber',
    ),
  receiverMissing: () => invalid('receiver_missing', '请选择由谁签收', 'receivedBy'),
  serviceProofMissing: (ask: string) => invalid('service_proof_missing', ask, 'proof'),
  serviceDayOutOfRange: (from: string, to: string) => invalid('day_out_of_range', betweenDays(from, to), 'on'),
  onlineIsNow: (today: string) =>
    invalid(
      'online_is_now',
      `网上送达以文书到达查询页之日为准，办理这一步时才到达，日期只能是${today}；此前已用别的方式送达的，请选那一种方式`,
      'on',
    ),
  noticeComesLast: () =>
    invalid(
      'notice_comes_last',
      '公告送达只用于其他方式无法送达的：请先用其他方式送达；被退回的（本机关写错地址的除外），再公告',
      'way',
    ),
  nothingToServe: () => conflict('nothing_to_serve', '没有尚未登记送达的文书'),
  nothingServed: () => conflict('nothing_served', '还没有登记过送达，请先办理“登记送达”'),
  servedBefore: () => conflict('served_before', '这份文书已经登记过送达；再送一次的，请办理“再次送达”', 'letter'),
  notServedBefore: () => conflict('not_served_before', '这份文书还没有登记过送达，请办理“登记送达”', 'letter'),
  unknownAttempt: () => invalid('unknown_attempt', '请选择一次已经登记的送达', 'attempt'),
  signedAlready: () =>
    conflict('signed_already', '当面、委托送达的，登记送达时已经签收；记错的，请办理“更正送达记录”', 'attempt'),
  resultOfOther: () => invalid('result_of_other', '这种送达方式没有这种结果，请另选', 'result'),
  returnCauseMissing: () => invalid('return_cause_missing', '请选择退回的原因', 'cause'),
}
