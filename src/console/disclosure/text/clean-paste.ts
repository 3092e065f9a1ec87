import { listsOf } from './word-lists.ts'

const silent =
  'script, style, meta, link, title, xml, template, del, [style*="mso-hide:all" i], [style*="display:none" i], [style*="mso-element:comment" i], [style*="mso-comment-reference" i]'
const kept = ['href', 'colspan', 'rowspan', 'align', 'data-file-id', 'alt']
const renamed: Readonly<Record<string, string>> = { H1: 'h2', H5: 'h4', H6: 'h4' }
const marks: readonly (readonly [RegExp, string])[] = [
  [/(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i, 'b'],
  [/(?:^|;)\s*font-style\s*:\s*italic/i, 'i'],
  [/(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*underline/i, 'u'],
]

export interface CleanPaste {
  readonly html: string
  /** Pictures that a clipboard only names and does not bring. */
  readonly lostPictures: number
}

/**
 * What Word, WPS or a web page put on the clipboard, as plain HTML: their lists become lists, what styles said becomes
 * marks, everything else goes. The schema of the editor then reads it. Styles are read as text: the page's policy lets no
 * document apply them.
 */
export function cleanPasted(html: string): CleanPaste {
  if (html.includes('data-pm-slice')) return { html, lostPictures: 0 }
  const fragment = /<!--\s*StartFragment\s*-->([\s\S]*)<!--\s*EndFragment\s*-->/i.exec(html)?.[1]
  const page = new DOMParser().parseFromString(fragment ?? html, 'text/html')
  const { body } = page
  for (const element of body.querySelectorAll(silent)) element.remove()
  dropComments(page)
  listsOf(body)
  for (const element of [...body.querySelectorAll('*')]) readStyle(element)
  const pictures = [...body.querySelectorAll('img:not([data-file-id]), v\\:imagedata')]
  for (const picture of pictures) picture.remove()
  for (const element of [...body.querySelectorAll('*')]) rename(element)
  for (const element of body.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name)
  tidyParagraphs(body)
  return { html: body.innerHTML, lostPictures: pictures.length }
}

function dropComments(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

/** Marks and alignment, out of the style into elements and attributes. */
function readStyle(element: Element): void {
  const style = element.getAttribute('style') ?? ''
  const [, side] = /(?:^|;)\s*text-align\s*:\s*(center|right)/i.exec(style) ?? []
  if (side) element.setAttribute('align', side.toLowerCase())
  const isHeading = /^H[1-6]$/.test(element.tagName)
  for (const [pattern, tag] of marks) {
    if (!pattern.test(style) || (isHeading && tag === 'b')) continue
    const mark = element.ownerDocument.createElement(tag)
    mark.append(...element.childNodes)
    element.append(mark)
  }
}

function rename(element: Element): void {
  const tag = renamed[element.tagName]
  if (!tag) return
  const heading = element.ownerDocument.createElement(tag)
  heading.append(...element.childNodes)
  element.replaceWith(heading)
}

/** The page indents paragraphs by itself; blank lines between them are layout, not text. */
function tidyParagraphs(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p, h2, h3, h4')) {
    const words = paragraph.textContent ?? ''
    const isInCell = paragraph.closest('td, th') !== null
    if (words.trim() === '' && !paragraph.querySelector('img') && !isInCell) paragraph.remove()
    else trimStart(paragraph)
  }
}

function trimStart(paragraph: Element): void {
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    text.nodeValue = (text.nodeValue ?? '').replace(/^[\s\u3000\u00a0]+/, '')
    if (text.nodeValue !== '') return
  }
}
