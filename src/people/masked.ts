import { phonesIn } from './contact.ts'

const points = (text: string): string[] => [...text]
const keep = (text: string, head: number, tail: number): string => {
  const all = points(text)
  if (all.length <= head + tail) return '*'.repeat(all.length)
  return `${all.slice(0, head).join('')}${'*'.repeat(all.length - head - tail)}${tail > 0 ? all.slice(-tail).join('') : ''}`
}

/** 张*, 阿***: the first character of a person's name. */
export const maskName = (name: string): string => keep(name, 1, 0)
/** 110***********002X: the region's first three and the last four. */
export const maskIdentity = (number: string): string => keep(number, 3, 4)
/** 138****1234 */
export const maskPhone = (line: string): string =>
  phonesIn(line)
    .map((phone) => keep(phone, 3, 4))
    .join('/')

/** z***@shili.gov.cn; nothing for what is no address. */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return at < 1 ? '' : `${keep(email.slice(0, at), 1, 0)}${email.slice(at)}`
}
