import { Parser } from 'htmlparser2'
import { formFields } from './form-fields.ts'
import { asDoubtful, asMarks } from './marks.ts'
import type { Page } from './page.ts'
import { buildPage, type PageBuilder } from './page-builder.ts'
import { Unreadable } from './reading.ts'

const blocks = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 section article header footer tr table tbody thead tfoot dl dt dd pre blockquote form main nav aside center hr title'.split(
    ' ',
  ),
)
/** Beside the text wherever they stand; what follows these two is, until another begins. */
const besides = new Set(['nav', 'footer', 'aside'])
const wholes = new Set(['main', 'article'])
const silent = new Set(['script', 'style', 'noscript', 'template', 'datalist', 'svg'])
const hidden =
  /display\s*:\s*none|text-indent\s*:\s*-\d{3}|(?:^|[;\s])(?:left|top)\s*:\s*-\d{4}|(?:clip|clip-path)\s*:\s*(?:rect\(\s*0|inset\((?:50|100)%)|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0+(?:\.0+)?(?:p[xt]|em|rem|%)?\s*(?:;|$)|opacity\s*:\s*0+(?:\.0+)?\s*(?:;|$)/i
const raisedStyle = /vertical-align\s*:\s*(?:super|sub|text-top|-?0*[1-9][\d.]*(?:p[xt]|em|rem|%))/i
const struck = new Set(['s', 'strike', 'del'])
/** Struck through, white, tiny or moved off the line: whether a digit set like this counts, nobody can say. */
const faintStyle =
  /line-through|(?:^|[;\s])color\s*:\s*(?:#f[0-9a-f](?:f[0-9a-f]){2}\b|#f{3,4}\b|white\b|transparent\b|rgba?\(\s*25\d\s*[,\s]\s*25\d\s*[,\s]\s*25\d)|font-size\s*:\s*(?:[12](?:\.\d+)?p[xt]|0?\.\d+p[xt])/i
const movedStyle = /(?:^|[;\s])(?:top|bottom)\s*:\s*-?(?:0?\.)?[1-9]|translate(?:Y|3d)?\(/i
const hiddenAtAll = /display\s*:\s*none|visibility\s*:\s*hidden/i
/** Elements within a line. What a style sheet says of others, and where they stand, is the layout of the page. */
const inline = new Set('span font a b i u s em strong small ins del label var code'.split(' '))
/** The link of a footnote: it leads within the page. */
const isNote = (name: string, { href = '' }: Readonly<Record<string, string>>): boolean =>
  name === 'a' && /^#./.test(href)
const whiteAttribute = /^\s*(?:#?fff(?:fff)?|white)\s*$/i
const maxSpan = 100
/** Of elements within each other: browsers show no more, and in the parser each costs what all above it cost. */
const maxDepth = 1000

interface Open {
  readonly isHidden: boolean
  /** Never shown, and nothing to tell of: scripts and style sheets. */
  readonly isSilent: boolean
  readonly isRaised: boolean
  readonly isFaint: boolean
}

/** A page from HTML: real tables become rows of cells on a true grid, everything else lines of text. */
export function pageFromHtml(html: string): Page {
  const page = buildPage()
  const open: Open[] = []
  const ofClasses = styleOfClasses(html)
  const depths = { hidden: 0, raised: 0, faint: 0, silent: 0 }
  const text = textOfPage(page)
  let title: string | null = null
  const count = ({ isHidden, isSilent, isRaised, isFaint }: Open, step: 1 | -1) => {
    if (isHidden) depths.hidden += step
    if (isSilent) depths.silent += step
    if (isRaised) depths.raised += step
    if (isFaint) depths.faint += step
  }

  const show = (part: string) => {
    if (depths.raised === 0 && depths.faint > 0) page.leaveOut('faint', part)
    page.addText(depths.raised > 0 ? asMarks(part) : depths.faint > 0 ? asDoubtful(part) : part)
  }
  const fields = formFields(show, (hint) => {
    page.leaveOut('faint', hint)
    page.addText(asDoubtful(hint))
  })

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= maxDepth)
          throw new Unreadable('网页的标签层层嵌套过深，不像年度报告，未读取，请另存后再提交')
        const own = lookOf(name, attributes, ofClasses(attributes.class), page.isInTable())
        open.push(own)
        count(own, 1)
        if (depths.hidden > 0) return
        if (!fields.begin(name, attributes)) beginElement(page, name, attributes)
        text.begin(name)
      },
      ontext(part) {
        if (depths.silent > 0) return
        if (depths.hidden > 0) return page.leaveOut('hidden', part)
        if (!fields.take(part)) show(part)
      },
      onclosetag(name) {
        fields.end(name)
        const own = open.pop()
        if (own) count(own, -1)
        if (own?.isHidden || depths.hidden > 0) return
        if (name === 'title') {
          const said = page.takeText()
          title ??= said || null
        } else endElement(page, name)
        text.end(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  page.end()
  return { lines: page.lines, title, isTorn: false, leftOut: page.leftOut }
}

/** Follows which elements hold the text of a page and which stand beside it. */
function textOfPage(page: PageBuilder) {
  let beside = 0
  let isOver = false
  const turn = (name: string, step: 1 | -1) => {
    if (besides.has(name)) beside += step
    else if (wholes.has(name)) isOver = step < 0
    else return
    page.setAround(isOver || beside > 0)
  }
  return { begin: (name: string) => turn(name, 1), end: (name: string) => turn(name, -1) }
}

type Attributes = Readonly<Record<string, string>>

/** How an element shows what stands in it. What a style sheet says counts for words in a table, and where it hides altogether. */
function lookOf(name: string, attributes: Attributes, ofClass: string, isInTable: boolean): Open {
  const isInline = inline.has(name)
  const style = (isInline && isInTable ? ofClass : '') + (attributes.style ?? '')
  const isSilent = silent.has(name)
  return {
    isSilent,
    isHidden: isSilent || hidden.test(style) || hiddenAtAll.test(ofClass) || 'hidden' in attributes,
    isRaised: name === 'sup' || name === 'sub' || raisedStyle.test(style),
    isFaint:
      struck.has(name) ||
      faintStyle.test(style) ||
      (isInline && movedStyle.test(style)) ||
      (isNote(name, attributes) && isInTable) ||
      (name === 'font' && whiteAttribute.test(attributes.color ?? '')),
  }
}

function beginElement(page: PageBuilder, name: string, { colspan, rowspan }: Attributes): void {
  if (name === 'table') page.beginTable()
  else if (name === 'tr') page.beginRow()
  else if (name === 'td' || name === 'th') page.beginCell(span(colspan), span(rowspan))
  else if (blocks.has(name)) page.endBlock()
}

function endElement(page: PageBuilder, name: string): void {
  if (name === 'table') page.endTable()
  else if (name === 'td' || name === 'th') page.endCell()
  else if (name === 'tr') page.endRow()
  else if (blocks.has(name)) page.endBlock()
}

const span = (value: string | undefined): number => {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(count) ? Math.min(Math.max(count, 1), maxSpan) : 1
}

/** What the style sheets of a page say of classes; what they say only of some media is left out. */
function styleOfClasses(html: string): (classes: string | undefined) => string {
  const styles = new Map<string, string>()
  for (const [, sheet = ''] of html.matchAll(/<style[^>]{0,200}>([^<]{0,200000})/gi)) {
    const plain = sheet.replace(/@media[^{]{0,200}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\})*[^{}]{0,200}\}/g, '')
    for (const [, names = '', style = ''] of plain.matchAll(/([^{}]{1,400})\{([^{}]{0,400})\}/g))
      for (const [, name = ''] of names.matchAll(/\.([\w-]{1,60})\s{0,9}(?:,|$)/g))
        styles.set(name, `${styles.get(name) ?? ''}${style};`)
  }
  return (classes = '') =>
    styles.size === 0 || classes === ''
      ? ''
      : classes
          .split(/\s+/)
          .map((one) => styles.get(one) ?? '')
          .join('')
}
