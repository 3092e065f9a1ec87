import { linkProblem } from './link-problem.ts'
import type { Mark, Text } from './text.ts'
import { TextBuilder } from './text-builder.ts'

/** A text made from HTML, and what was left out. */
export interface TextFromHtml {
  readonly text: Text
  /** Words that the page had hidden: dropped, and told. */
  readonly hidden: readonly string[]
  /** Pictures for which `fileOf` had no file. */
  readonly lostPictures: number
}

/** Nothing in these is text. */
const silent = new Set(
  'script style noscript template select textarea svg math iframe object embed title head audio video canvas'.split(
    ' ',
  ),
)
const marks: Readonly<Record<string, Mark>> = {
  b: { type: 'bold' },
  strong: { type: 'bold' },
  i: { type: 'italic' },
  em: { type: 'italic' },
  u: { type: 'underline' },
  ins: { type: 'underline' },
  sup: { type: 'superscript' },
  sub: { type: 'subscript' },
  s: { type: 'strike' },
  strike: { type: 'strike' },
  del: { type: 'strike' },
}
/** Marks that a style says. Written out, since a style from outside may be long. */
const styled: readonly (readonly [RegExp, Mark])[] = [
  [/(?:^|;)\s{0,9}font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)/i, { type: 'bold' }],
  [/(?:^|;)\s{0,9}font-style\s{0,9}:\s{0,9}italic/i, { type: 'italic' }],
  [/(?:^|;)\s{0,9}text-decoration(?:-line)?\s{0,9}:[^;]{0,60}underline/i, { type: 'underline' }],
  [/(?:^|;)\s{0,9}text-decoration(?:-line)?\s{0,9}:[^;]{0,60}line-through/i, { type: 'strike' }],
  [/(?:^|;)\s{0,9}vertical-align\s{0,9}:\s{0,9}super/i, { type: 'superscript' }],
  [/(?:^|;)\s{0,9}vertical-align\s{0,9}:\s{0,9}sub(?!\w)/i, { type: 'subscript' }],
]
const headings: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }
const blocks = new Set(
  'p div section article header footer main nav aside center address pre figure figcaption dl dt dd hr fieldset legend details summary caption'.split(
    ' ',
  ),
)
const hiddenStyle =
  /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|mso-hide\s{0,9}:\s{0,9}all|font-size\s{0,9}:\s{0,9}0(?![.\d])|opacity\s{0,9}:\s{0,9}0(?![.\d])/i
/** Places within a document are none on the page that is made of it. */
const allowedLink = /^(?:https?:\/\/|mailto:|\/(?![/\\]))/i
/** Where Word has its notes: some clipboards write the address of a page before it. */
const ofNote = /#_(?:ftn|edn)(?:ref)?\d{1,4}$/
const maxDropped = 20

/** Takes HTML tag by tag; each end closes just what its tag has begun. */
export interface HtmlReader {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly words: (words: string) => void
  readonly close: () => void
  readonly finish: () => TextFromHtml
}

/** An element that is open: whether it is passed over, and how it ends. */
interface Open {
  readonly silent: 'no' | 'silent' | 'hidden'
  readonly end: () => void
}

type Given = Readonly<Record<string, string>>

/** Only what a text may hold comes through. `fileOf` says which file of the record a picture is. */
export function htmlReader(fileOf: (source: string) => string | undefined): HtmlReader {
  const builder = new TextBuilder()
  const hidden: string[] = []
  let lostPictures = 0
  const open: Open[] = []
  const quiet = () => open.at(-1)?.silent ?? 'no'

  const put = (name: string, given: Given) => {
    if (name === 'br') builder.lineBreak()
    if (name === 'input' && given.type === 'checkbox') builder.words('checked' in given ? '☑' : '☐')
    if (name !== 'img') return
    const fileId = fileOf(given.src ?? '')
    if (fileId) builder.picture(fileId, (given.alt ?? '').slice(0, 500))
    else lostPictures += 1
  }
  const begin = (name: string, given: Given): (() => void) => {
    const end = beginBlock(builder, name, given)
    if (!end) put(name, given)
    const ends = marksOf(name, given).map((mark) => builder.mark(mark))
    return () => {
      for (const each of ends) each()
      end?.()
    }
  }

  return {
    open(name, given) {
      const silent = quiet() === 'no' ? silenceOf(name, given) : quiet()
      open.push({ silent, end: silent === 'no' ? begin(name, given) : () => {} })
    },
    words(words) {
      const state = quiet()
      if (state === 'no') builder.words(words)
      else if (state === 'hidden' && words.trim() && hidden.length < maxDropped) hidden.push(words.trim().slice(0, 60))
    },
    close() {
      open.pop()?.end()
    },
    finish: () => ({ text: builder.finish(), hidden, lostPictures }),
  }
}

/** Whether an element is passed over: it holds no text, or its page hides it. */
function silenceOf(name: string, given: Given): Open['silent'] {
  if (silent.has(name)) return 'silent'
  return 'hidden' in given || hiddenStyle.test(given.style ?? '') ? 'hidden' : 'no'
}

/** Begins a block and answers how it ends; undefined for what stands within a line. */
function beginBlock(builder: TextBuilder, name: string, given: Given): (() => void) | undefined {
  const level = headings[name]
  if (level) return builder.heading(level)
  switch (name) {
    case 'ul':
      return builder.list('bulletList')
    case 'ol':
      return builder.list('orderedList')
    case 'li':
      return builder.item()
    case 'blockquote':
      return builder.quote()
    case 'table':
      return builder.table()
    case 'tr':
      return builder.row()
    case 'td':
      return builder.cell('tableCell', spanOf(given.colspan), spanOf(given.rowspan))
    case 'th':
      return builder.cell('tableHeader', spanOf(given.colspan), spanOf(given.rowspan))
    default:
      return blocks.has(name) ? builder.paragraph(sideOf(given)) : undefined
  }
}

/** What an element and its style make of words; that a heading is bold is said by its level. */
function marksOf(name: string, given: Given): Mark[] {
  const own = marks[name] ?? linkOf(name, given)
  const { style = '' } = given
  const said = style === '' ? [] : styled.flatMap(([pattern, mark]) => (pattern.test(style) ? [{ ...mark }] : []))
  const isHeading = name in headings
  return [...(own ? [own] : []), ...said.filter(({ type }) => !(isHeading && type === 'bold'))]
}

function linkOf(name: string, { href = '' }: Readonly<Record<string, string>>): Mark | undefined {
  const plain = href.trim().replace(/[\p{Cc}\p{Cf}]/gu, '')
  if (name !== 'a' || plain.length > 2000 || !allowedLink.test(plain) || ofNote.test(plain) || linkProblem(plain))
    return undefined
  return { type: 'link', attrs: { href: plain.toWellFormed() } }
}

function sideOf({
  class: names = '',
  align = '',
  style = '',
}: Readonly<Record<string, string>>): 'center' | 'right' | null {
  const [, ofStyle = ''] = /text-align\s{0,9}:\s{0,9}(center|right)/i.exec(style) ?? []
  const side = [names, align, ofStyle].map((each) => each.toLowerCase().trim())
  return side.includes('center') ? 'center' : side.includes('right') ? 'right' : null
}

const spanOf = (value: string | undefined): number => {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(count) ? Math.min(Math.max(count, 1), 100) : 1
}
