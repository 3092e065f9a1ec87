/** Signs that are not seen or turn the direction of others: with them an address looks like another one. */
const unseen = /\u034f|[\p{Cc}\p{Cf}\u115f\u1160\u2028\u2029\u2800\u3164\uffa0]/u

/**
 * Why nobody may be sent to this address, in words; undefined for a sound one. `https://www.gov.cn:x@evil.example` leads to
 * evil.example. What it begins with is the caller's to check.
 */
export function linkProblem(href: string): string | undefined {
  if (unseen.test(href)) return '网址中有看不见的或者改变文字方向的字符，请重新输入'
  const url = /^https?:/i.test(href.trim()) ? URL.parse(href) : null
  return url?.username || url?.password || /^https?:[\\/]*[^\\/?#]*@/i.test(href.trim())
    ? '网址中不能带有用户名或者密码（@ 前面的部分），请核对网址'
    : undefined
}

/** Whether a name looks like another one by signs that are not seen. The joiners of Uyghur are letters to those who write it. */
export const looksOtherwise = (name: string): boolean => unseen.test(name.replace(/[\u200c\u200d]/g, ''))
