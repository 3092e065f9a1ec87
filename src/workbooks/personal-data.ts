import { identityCheckCharacter } from '../law/identity-number.ts'

const candidate =
  /(?<![0-9A-Za-z])[1-8]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g
const mobile = /(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![0-9A-Za-z])/

/** GB 11643: an identity number with a possible birthday and the right check digit. */
const hasIdentityNumber = (text: string): boolean =>
  [...text.matchAll(candidate)].some(([number]) => identityCheckCharacter(number) === number[17]?.toUpperCase())

/** What personal data a cell shows, or undefined. Registration numbers may look like telephones: ask of prose only. */
export function personalDataIn(text: string, isProse: boolean): '身份证号' | '手机号' | undefined {
  const normal = text.normalize('NFKC')
  if (hasIdentityNumber(normal)) return '身份证号'
  return isProse && mobile.test(normal) ? '手机号' : undefined
}
