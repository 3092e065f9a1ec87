import { around } from '../files/pages/covered.ts'
import type { PageBox, PageSign } from '../files/pages/page-picture.ts'

/** The words of a page, written in one way, and which sign each character comes from. */
export interface PageWords {
  readonly text: string
  readonly signAt: readonly number[]
}

/** Full width becomes half width and what nobody sees goes away, sign by sign, so that each character knows its place. */
export function wordsOfPage(signs: readonly PageSign[]): PageWords {
  let text = ''
  const signAt: number[] = []
  for (const [index, sign] of signs.entries()) {
    const plain = sign.text
      .normalize('NFKC')
      .replaceAll(/\p{Cf}+/gu, '')
      .replaceAll(/[\r\n]+/g, '\n')
    text += plain
    for (let at = 0; at < plain.length; at += 1) signAt.push(index)
  }
  return { text, signAt }
}

/** Where words stand on a page: for each time the boxes of their signs, one for a line. Line breaks within them do not matter. */
export function placesOf(signs: readonly PageSign[], { text, signAt }: PageWords, words: string): PageBox[][] {
  const kept = [...text].flatMap((sign, at) => (/\s/.test(sign) ? [] : [at]))
  const bare = kept.map((at) => text[at]).join('')
  const wanted = words.replaceAll(/\s/g, '')
  const found: PageBox[][] = []
  if (wanted === '') return found
  for (let from = bare.indexOf(wanted); from >= 0; from = bare.indexOf(wanted, from + wanted.length)) {
    const indices = kept.slice(from, from + wanted.length).flatMap((at) => signAt[at] ?? [])
    found.push(boxesOf([...new Set(indices)].flatMap((index) => signs[index] ?? [])))
  }
  return found.filter((boxes) => boxes.length > 0)
}

/** The boxes that signs fill, one for a line. */
export function boxesOf(signs: readonly PageSign[]): PageBox[] {
  const lines: PageBox[] = []
  for (const { box } of signs) {
    if (box[2] <= box[0]) continue
    const last = lines.at(-1)
    const isSameLine = last && Math.min(last[3], box[3]) - Math.max(last[1], box[1]) > 0.5 * (box[3] - box[1])
    if (last && isSameLine && box[0] >= last[0]) lines[lines.length - 1] = around(last, box)
    else lines.push(box)
  }
  return lines
}
