const bullets = /^[·•●○◦o§□■◆◇➢✓\uf000-\uf0ff\-–—*lnuØvü]$/

interface Item {
  readonly paragraph: Element
  readonly marker: Element
  /** Which of the document's lists it belongs to. */
  readonly list: string
  readonly level: number
  readonly mark: string
}

/**
 * Word and WPS write list items as paragraphs that begin with their mark. Bullets, and numbers that count 1, 2, 3, become
 * lists; every other numbering (一、 （一） 第一条, or from 3 on) stays as the words that it is, so that no number changes.
 */
export function listsOf(body: HTMLElement): void {
  for (const list of body.querySelectorAll('ol')) writeOut(list)
  let run: Item[] = []
  const flush = () => {
    if (run.length > 0) asList(run)
    run = []
  }
  for (const paragraph of [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    const item = itemOf(paragraph)
    const last = run.at(-1)
    if (!item || (last && !(last.list === item.list && last.paragraph.nextElementSibling === paragraph))) flush()
    if (item) run.push(item)
  }
  flush()
}

function itemOf(paragraph: Element): Item | undefined {
  const style = paragraph.getAttribute('style') ?? ''
  const [, list = '', level] = /mso-list\s*:\s*([^;\s]*)[^;]*?level(\d)/i.exec(style) ?? []
  const marker = paragraph.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')
  if (!level || !marker || !/^p$/i.test(paragraph.tagName)) return undefined
  return { paragraph, marker, list, level: Number(level), mark: (marker.textContent ?? '').replace(/[\s\u00a0]+/g, '') }
}

function asList(items: readonly Item[]): void {
  const isBulleted = items.every(({ mark }) => bullets.test(mark))
  const counts = new Map<number, number>()
  const isCounted = items.every(({ mark, level }) => {
    for (const deeper of [...counts.keys()]) if (deeper > level) counts.delete(deeper)
    const next = (counts.get(level) ?? 0) + 1
    counts.set(level, next)
    return mark === `${next}.` || mark === `${next}．`
  })
  if (!isBulleted && !isCounted) {
    for (const { marker, mark } of items) marker.textContent = /[\x21-\x7e]$/.test(mark) ? `${mark} ` : mark
    return
  }
  const tag = isBulleted ? 'ul' : 'ol'
  const page = items[0]?.paragraph.ownerDocument
  const open: { readonly level: number; readonly list: Element }[] = []
  for (const { paragraph, marker, level } of items) {
    if (!page) return
    marker.remove()
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = page.createElement(tag)
      const above = open.at(-1)?.list.lastElementChild
      if (above) above.append(list)
      else paragraph.before(list)
      open.push({ level, list })
    }
    const item = page.createElement('li')
    open.at(-1)?.list.append(item)
    item.append(paragraph)
  }
}

/** A list that does not count 1, 2, 3 becomes paragraphs with the numbers that were shown. */
function writeOut(list: HTMLOListElement): void {
  const type = list.getAttribute('type') ?? '1'
  const isPlain =
    (type === '1' || !/^[aA]$/.test(type)) && list.start === 1 && !list.querySelector(':scope > li[value]')
  if (isPlain) return
  let count = list.start
  const paragraphs = [...list.querySelectorAll(':scope > li')].map((item) => {
    count = (item as HTMLLIElement).value || count
    const paragraph = list.ownerDocument.createElement('p')
    const letter = String.fromCharCode((type === 'A' ? 64 : 96) + count)
    paragraph.append(`${/^[aA]$/.test(type) ? letter : count}. `, ...item.childNodes)
    count += 1
    return paragraph
  })
  list.replaceWith(...paragraphs)
}
