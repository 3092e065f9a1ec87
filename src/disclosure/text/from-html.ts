import { setImmediate } from 'node:timers/promises'
import { Parser } from 'htmlparser2'
import { linkProblem } from '../../link-problem.ts'
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
  ...{ b: { type: 'bold' }, strong: { type: 'bold' }, i: { type: 'italic' }, em: { type: 'italic' } },
  ...{ u: { type: 'underline' }, ins: { type: 'underline' } },
}
const headings: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }
const blocks = new Set(
  'p div section article header footer main nav aside center address pre figure figcaption dl dt dd hr fieldset legend details summary caption'.split(
    ' ',
  ),
)
const hiddenStyle =
  /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|mso-hide\s{0,9}:\s{0,9}all|font-size\s{0,9}:\s{0,9}0(?![.\d])|opacity\s{0,9}:\s{0,9}0(?![.\d])/i
const allowedLink = /^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/i
const maxDropped = 20

/**
 * HTML from outside as a text. Only what a text may hold comes through, whatever the HTML: everything else is dropped or
 * becomes plain words. `fileOf` says which file of the record a picture is. Others are heard after every `pieceLength`
 * characters: a long document takes a third of a second.
 */
export async function textFromHtml(
  html: string,
  fileOf: (source: string) => string | undefined = () => undefined,
  pieceLength = 64 * 1024,
): Promise<TextFromHtml> {
  const builder = new TextBuilder()
  const hidden: string[] = []
  let lostPictures = 0
  /** What each open tag has begun, so that its end ends just that. */
  const open: { silent: 'no' | 'silent' | 'hidden'; end: () => void }[] = []
  const quiet = () => open.at(-1)?.silent ?? 'no'

  const begin = (name: string, given: Record<string, string>): (() => void) => {
    const mark = marks[name] ?? linkOf(name, given)
    const level = headings[name]
    if (mark) return builder.mark(mark)
    if (level) return builder.heading(level)
    if (name === 'ul' || name === 'ol') return builder.list(name === 'ul' ? 'bulletList' : 'orderedList')
    if (name === 'li') return builder.item()
    if (name === 'blockquote') return builder.quote()
    if (name === 'table') return builder.table()
    if (name === 'tr') return builder.row()
    if (name === 'td' || name === 'th')
      return builder.cell(name === 'th' ? 'tableHeader' : 'tableCell', spanOf(given.colspan), spanOf(given.rowspan))
    if (blocks.has(name)) return builder.paragraph(sideOf(given))
    if (name === 'br') builder.lineBreak()
    if (name === 'img') {
      const fileId = fileOf(given.src ?? '')
      if (fileId) builder.picture(fileId, (given.alt ?? '').slice(0, 500))
      else lostPictures += 1
    }
    return () => {}
  }

  const parser = new Parser(
    {
      onopentag(name, given) {
        const state = quiet()
        if (state !== 'no') open.push({ silent: state, end: () => {} })
        else if (silent.has(name)) open.push({ silent: 'silent', end: () => {} })
        else if ('hidden' in given || hiddenStyle.test(given.style ?? ''))
          open.push({ silent: 'hidden', end: () => {} })
        else open.push({ silent: 'no', end: begin(name, given) })
      },
      ontext(words) {
        const state = quiet()
        if (state === 'no') builder.words(words)
        else if (state === 'hidden' && words.trim() && hidden.length < maxDropped)
          hidden.push(words.trim().slice(0, 60))
      },
      onclosetag() {
        open.pop()?.end()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  for (let at = 0; at < html.length; ) {
    // Before a tag, so that no word and no sign is cut in two.
    const next = html.indexOf('<', at + pieceLength)
    const end = next < 0 ? html.length : next
    parser.write(html.slice(at, end))
    at = end
    if (at < html.length) await setImmediate()
  }
  parser.end()
  return { text: builder.finish(), hidden, lostPictures }
}

function linkOf(name: string, { href = '' }: Record<string, string>): Mark | undefined {
  const plain = href.trim().replace(/[\p{Cc}\p{Cf}]/gu, '')
  if (name !== 'a' || plain.length > 2000 || !allowedLink.test(plain) || linkProblem(plain)) return undefined
  return { type: 'link', attrs: { href: plain.toWellFormed() } }
}

function sideOf({ class: names = '', align = '', style = '' }: Record<string, string>): 'center' | 'right' | null {
  const [, ofStyle = ''] = /text-align\s{0,9}:\s{0,9}(center|right)/i.exec(style) ?? []
  const side = [names, align, ofStyle].map((each) => each.toLowerCase().trim())
  return side.includes('center') ? 'center' : side.includes('right') ? 'right' : null
}

const spanOf = (value: string | undefined): number => {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(count) ? Math.min(Math.max(count, 1), 100) : 1
}
