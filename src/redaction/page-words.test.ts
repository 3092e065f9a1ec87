import fc from 'fast-check'
import { expect, test } from 'vitest'
import { touches } from '../files/pages/covered.ts'
import type { PageSign } from '../files/pages/page-picture.ts'
import { boxesOf, placesOf, wordsOfPage } from './page-words.ts'

/** Words set in lines of so many signs, ten points each. */
const setIn = (words: string, perLine: number): PageSign[] =>
  [...words].flatMap((text, at) => {
    const [x, y] = [(at % perLine) * 10, Math.floor(at / perLine) * 20]
    const sign: PageSign = { text, box: [x, y, x + 10, y + 12] }
    return at % perLine === perLine - 1 ? [sign, { text: '\n', box: [0, 0, 0, 0] }] : [sign]
  })

test('words that a line breaks are found, with a box for each line', () => {
  const signs = setIn('电话13912345678结束', 6)
  expect(placesOf(signs, wordsOfPage(signs), '13912345678')).toEqual([
    [
      [20, 0, 60, 12],
      [0, 20, 60, 32],
      [0, 40, 10, 52],
    ],
  ])
})

test('digits in full width are the same digits', () => {
  const signs = setIn('电话１３９１２３４５６７８', 40)
  expect(placesOf(signs, wordsOfPage(signs), '13912345678').length).toBe(1)
})

test('whatever words are found, every sign of them is touched by their boxes, and none in another line', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 40 }),
      fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 12 }),
      (text, words, perLine) => {
        const signs = setIn(text, perLine)
        const found = placesOf(signs, wordsOfPage(signs), words)
        expect(found.length > 0).toBe(text.includes(words))
        for (const boxes of found) {
          const touched = signs.filter(({ box }) => boxes.some((each) => touches(each, box)))
          expect(touched.map((sign) => sign.text).join('')).toBe(words)
        }
      },
    ),
  )
})

test('signs without a place fill no box', () => {
  expect(boxesOf([{ text: ' ', box: [0, 0, 0, 0] }])).toEqual([])
})
