import type { Known } from './identity-in-text.ts'
import { figuresOf, placeOf } from './writings.ts'

const leastPlace = 5
const livesAt = /^(?:家庭|家|现|原|暂|居|户籍)?(?:住址|住在|住于|住|地址)/u

/**
 * Whether what stands in a file is what somebody has registered of themselves: the very number, or the very door. Another flat of the same
 * house is somebody else's.
 */
export function ownMatterOf({ numbers, addresses }: Pick<Known, 'numbers' | 'addresses'>): (words: string) => boolean {
  const figures = new Set(numbers.map(({ number }) => figuresOf(number)).filter((number) => number !== ''))
  const places = addresses.map(placeOf).filter((place) => place.length >= leastPlace)
  return (words) => {
    const said = figuresOf(words)
    if (figures.has(said) || figures.has(said.replace(/^(?:00)?86(?=1\d{10}$)/, ''))) return true
    const place = placeOf(words).replace(livesAt, '')
    return place.length >= leastPlace && places.some((own) => own.endsWith(place) || place.endsWith(own))
  }
}
