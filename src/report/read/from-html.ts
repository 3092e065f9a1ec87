import { Parser } from 'htmlparser2'
import { asDoubtful, asMarks } from './marks.ts'
import type { Page } from './page.ts'
import { buildPage } from './page-builder.ts'
import { Unreadable } from './reading.ts'

const blocks = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 section article header footer tr table tbody thead tfoot dl dt dd pre blockquote form main nav aside center hr title'.split(
    ' ',
  ),
)
const silent = new Set(['script', 'style', 'noscript', 'template', 'select', 'textarea', 'svg'])
const hidden =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0+(?:\.0+)?(?:p[xt]|em|rem|%)?\s*(?:;|$)|opacity\s*:\s*0+(?:\.0+)?\s*(?:;|$)/i
const raisedStyle = /vertical-align\s*:\s*(?:super|sub|text-top)/i
const struck = new Set(['s', 'strike', 'del'])
/** Struck through, white or tiny: whether a digit set like this counts, nobody can say. */
const faintStyle =
  /line-through|(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)|font-size\s*:\s*(?:[12](?:\.\d+)?p[xt]|0?\.\d+p[xt])/i
const whiteAttribute = /^\s*(?:#?fff(?:fff)?|white)\s*$/i
const maxSpan = 100
/** Of elements within each other: browsers show no more, and in the parser each costs what all above it cost. */
const maxDepth = 1000

interface Open {
  readonly isHidden: boolean
  readonly isRaised: boolean
  readonly isFaint: boolean
}

/** A page from HTML: real tables become rows of cells on a true grid, everything else lines of text. */
export function pageFromHtml(html: string): Page {
  const page = buildPage()
  const open: Open[] = []
  const hiddenClasses = classesHidden(html)
  const depths = { hidden: 0, raised: 0, faint: 0 }
  let title: string | null = null
  const count = ({ isHidden, isRaised, isFaint }: Open, step: 1 | -1) => {
    if (isHidden) depths.hidden += step
    if (isRaised) depths.raised += step
    if (isFaint) depths.faint += step
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const { style = '' } = attributes
        const isHidden =
          silent.has(name) ||
          hidden.test(style) ||
          'hidden' in attributes ||
          (hiddenClasses.size > 0 && (attributes.class ?? '').split(/\s+/).some((one) => hiddenClasses.has(one)))
        const isRaised = name === 'sup' || name === 'sub' || raisedStyle.test(style)
        const isFaint =
          struck.has(name) || faintStyle.test(style) || (name === 'font' && whiteAttribute.test(attributes.color ?? ''))
        if (open.length >= maxDepth)
          throw new Unreadable('网页的标签层层嵌套过深，不像年度报告，未读取，请另存后再提交')
        const own = { isHidden, isRaised, isFaint }
        open.push(own)
        count(own, 1)
        if (depths.hidden > 0) return
        if (name === 'table') page.beginTable()
        else if (name === 'tr') page.beginRow()
        else if (name === 'td' || name === 'th') page.beginCell(span(attributes.colspan), span(attributes.rowspan))
        else if (blocks.has(name)) page.endBlock()
      },
      ontext(part) {
        if (depths.hidden > 0) return
        page.addText(depths.raised > 0 ? asMarks(part) : depths.faint > 0 ? asDoubtful(part) : part)
      },
      onclosetag(name) {
        const own = open.pop()
        if (own) count(own, -1)
        if (own?.isHidden || depths.hidden > 0) return
        if (name === 'title') {
          const text = page.takeText()
          title ??= text || null
        } else if (name === 'table') page.endTable()
        else if (name === 'td' || name === 'th') page.endCell()
        else if (name === 'tr') page.endRow()
        else if (blocks.has(name)) page.endBlock()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  page.end()
  return { lines: page.lines, title, isTorn: false }
}

const span = (value: string | undefined): number => {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(count) ? Math.min(Math.max(count, 1), maxSpan) : 1
}

/** Classes that a style sheet of the page hides; what it hides only on some media is shown. */
function classesHidden(html: string): ReadonlySet<string> {
  const classes = new Set<string>()
  for (const [, sheet = ''] of html.matchAll(/<style[^>]{0,200}>([^<]{0,200000})/gi)) {
    if (!/none|hidden/i.test(sheet)) continue
    const plain = sheet.replace(/@media[^{]{0,200}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\})*[^{}]{0,200}\}/g, '')
    for (const [, name = ''] of plain.matchAll(
      /\.([\w-]{1,60})\s{0,9}\{[^{}]{0,400}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/gi,
    ))
      classes.add(name)
  }
  return classes
}
