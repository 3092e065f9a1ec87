import type { Organ } from '../organs/organ.ts'

type Named = Pick<Organ, 'name' | 'letterCode'>

/** 示统依申请〔2026〕12号: no leading zero, no 第 (GB/T 9704). */
export const requestNumber = ({ name, letterCode }: Named, year: number, count: number): string =>
  `${letterCode || name}依申请〔${year}〕${count}号`

/** 示统公复〔2026〕12号 */
export const letterNumber = ({ name, letterCode }: Named, year: number, count: number): string =>
  `${letterCode || name}公复〔${year}〕${count}号`
