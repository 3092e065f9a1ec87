/** Between two numbers; a comma before few digits is that of an extension. */
const between = /[/、;]|,(?=[+(]?\d[\d()-]{8})/
const mostPhones = 3

/** The numbers of a line of telephones, as `tidySigns` leaves them. */
export const phonesIn = (text: string): string[] => text.split(between).filter((each) => each !== '')

/** Why a line of telephones cannot be called; undefined when it can. Several are parted by / or 、. */
export function phoneProblem(text: string): string | undefined {
  if (text.length > 100) return '电话号码过长，请核对'
  const phones = phonesIn(text)
  if (phones.length > mostPhones) return `最多填写${mostPhones}个电话号码`
  if (phones.length === 0) return numberProblem(text)
  return phones.map(numberProblem).find((problem) => problem !== undefined)
}

/** Written with spaces, hyphens, brackets, 转 or # as people do. */
function numberProblem(phone: string): string | undefined {
  if (phone.length > 30) return '电话号码过长；有几个号码的，用“/”隔开'
  if (!/^[+\d][\d()-]*(?:[转#,]\d{1,8})?$/u.test(phone.replace(/^\(/, ''))) {
    return '电话号码只能有数字、加号、连字符和括号，分机写在“转”后面；有几个号码的，用“/”隔开'
  }
  const digits = phone.split(/[转#,]/u)[0]?.replace(/\D/g, '') ?? ''
  if (digits.length < 7 || digits.length > 20) return '电话号码位数不对，固定电话请加区号，如 010-12345678'
  if (/^1\d{10}$/.test(digits) && !/^1[3-9]/.test(digits)) return '手机号码有误，请核对'
  if (/^1[3-9]/.test(digits) && digits.length !== 11) return `手机号码应为11位，现有${digits.length}位`
  return undefined
}

/** Why a mail address cannot be written to; undefined when it can. Every test is linear in its length. */
export function emailProblem(email: string): string | undefined {
  const wrong = '电子邮箱写法有误，应如 name@example.cn'
  if (email.length > 254) return '电子邮箱过长，请核对'
  const at = email.indexOf('@')
  if (at < 1 || at > 64 || at !== email.lastIndexOf('@')) return wrong
  // Neither control nor direction signs: an address is read by people before it is written to.
  if (/[\p{Cc}\p{Cf}]/u.test(email)) return wrong
  const name = email.slice(0, at)
  if (!/^[^\s"(),:;<>[\\\]]+$/u.test(name) || name.split('.').includes('')) return wrong
  const labels = email.slice(at + 1).split('.')
  const sound = labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}-]{1,63}$/u.test(label))
  return sound && labels.every((label) => !label.startsWith('-') && !label.endsWith('-')) ? undefined : wrong
}
