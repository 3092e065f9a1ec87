import { gap } from './passages.ts'

const long = new RegExp(`(?<!\\d)\\d(?:${gap}{0,2}\\d){10,}(?:${gap}{0,2}[Xx])?`, 'g')

/** Long numbers with their middle covered: nobody learns from a finding what must not be published. */
export const masked = (text: string): string =>
  text.replace(long, (number) => {
    const [ahead, behind] = number.length > 14 ? [2, 3] : [3, 2]
    return number.slice(0, ahead) + '*'.repeat(number.length - ahead - behind) + number.slice(-behind)
  })
