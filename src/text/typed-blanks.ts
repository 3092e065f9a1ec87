import type { Inline } from './text.ts'

/** Blanks that are typed; what stands for a break of line is `\n`. */
const blank = '[ \\t\\u00a0\\u2002-\\u200a\\u3000]'
const inSentence = '，。；！？、'
const han = '\\p{Script=Han}'
const quoted = /“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》/g
const atEnds = new RegExp(`^(?:${blank}|\\n)+|(?:${blank}|\\n)+$`, 'gu')
/** Beside a sign that has its own room, after the number of an outline, before a break. Gaps of more are left to be filled in. */
const within = [
  new RegExp(`(?<=[${inSentence}])${blank}(?=[${han}“《（])`, 'gu'),
  new RegExp(`(?<=[${han}”》）])${blank}(?=[${inSentence}])`, 'gu'),
  new RegExp(`(?<=^(?:${blank}|\\n)*[（(](?:[一二三四五六七八九十百]{1,4}|\\d{1,2})[）)])${blank}+(?=${han})`, 'gu'),
  new RegExp(`${blank}+(?=\\n)`, 'gu'),
]
/** A break behind which a paragraph begins: it is indented by hand, or stands behind an empty line. */
const newParagraph = new RegExp(`\\n${blank}*\\n(?:${blank}|\\n)*|\\n(?:\\u3000|${blank}{2})${blank}*`, 'gu')

interface Span {
  readonly from: number
  readonly to: number
}
const spansOf = (words: string, pattern: RegExp): Span[] =>
  [...words.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))

/**
 * A line without the blanks and breaks by which it was laid out, cut where `mayCut` and a paragraph begins behind a break. Words
 * in quotation marks and titles stay as they are, and so does a line without Chinese: its blanks may mean something.
 */
export function withoutTypedBlanks(content: readonly Inline[], mayCut: boolean): Inline[][] {
  const signs = content.flatMap((inline, run) =>
    (inline.type === 'text' ? inline.text : '\n').split('').map((sign) => ({ sign, run })),
  )
  const words = signs.map(({ sign }) => sign).join('')
  if (words.trim() === '') return []
  if (!/\p{Script=Han}/u.test(words)) return [[...content]]
  const quotes = spansOf(words, quoted)
  const isFree = ({ from, to }: Span) => !quotes.some((quote) => from < quote.to && to > quote.from)
  const cuts = mayCut ? spansOf(words, newParagraph).filter(isFree) : []
  const dropped = [...spansOf(words, atEnds), ...within.flatMap((each) => spansOf(words, each)).filter(isFree)]
  const isDropped = new Uint8Array(words.length)
  for (const { from, to } of [...cuts, ...dropped]) isDropped.fill(1, from, to)
  if (!isDropped.includes(1)) return [[...content]]
  const starts = [0, ...cuts.map(({ to }) => to)]
  const lines = starts
    .map((from, at) => signs.slice(from, starts[at + 1]).filter((_, index) => isDropped[from + index] === 0))
    .map((line) => inlinesOf(line, content))
  // What was cut off begins a line now.
  return lines.flatMap((line) => withoutTypedBlanks(line, mayCut))
}

/** The signs that are left, in the runs from which they are. */
function inlinesOf(signs: readonly { sign: string; run: number }[], content: readonly Inline[]): Inline[] {
  return [...Map.groupBy(signs, ({ run }) => run)].flatMap(([run, left]): Inline[] => {
    const inline = content[run]
    if (inline?.type !== 'text') return inline ? [inline] : []
    return [{ ...inline, text: left.map(({ sign }) => sign).join('') }]
  })
}
