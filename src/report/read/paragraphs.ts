import { lineText, type Page } from './page.ts'

const chrome =
  /^\s*(?:【?字体|打印|关闭|分享|上一篇|下一篇|版权所有|主办单位|承办单位|网站标识码|扫一扫|责任编辑|来源[:：]|来自[:：]|信息来源|发布(?:日期|时间|机构)[:：]|时间[:：]|浏览次数|登录|注册|当前位置|您(?:所在)?的位置|首页|点击收听|索引号|Page \d|P\.? ?\d+\s*$)|公网安备|ICP备/
const pageNumberLine = /^\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页.{0,14}|\d{1,3}\s*\/\s*\d{1,3})\s*$/

/** Lines of the web page or the printed sheet, not of the report. */
export const isChrome = (text: string): boolean => text.length < 120 && (chrome.test(text) || pageNumberLine.test(text))

const width = (text: string): number => {
  let columns = 0
  for (const char of text.trim()) columns += char.charCodeAt(0) > 0x2e7f ? 2 : 1
  return columns
}
const gap = /([^\x21-\x7e\s])[ \t\u00a0\u3000]+(?=\S)|([\x21-\x7e])[ \t\u00a0\u3000]+(?=[^\x21-\x7e\s])/g
const beginsItem = /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．]\D)/
const sentenceEnd = /[。！？；：:;!?]["”’』」）)]?\s*$/

/** Closes the gaps that typesetting leaves between Chinese characters and numbers. */
const closeGaps = (text: string): string => text.trim().replace(gap, '$1$2')

const margins = new WeakMap<Page, number | null>()

/** Width at which the lines of a page are broken; null where a line is a paragraph. */
export function marginOf(page: Page): number | null {
  const known = margins.get(page)
  if (known !== undefined) return known
  const widths = page.lines.flatMap((line) => {
    const text = lineText(line)
    return !line.isRow && !text.includes('|') && text.length < 2000 && /[，。；、,]/.test(text) ? [width(text)] : []
  })
  // A few lines stick out, such as spaced-out addresses; the fourth widest is a full line where the text is broken.
  const sorted = widths.toSorted((x, y) => y - x)
  const full = sorted[3] ?? 0
  const isWrapped = full >= 30 && (sorted[0] ?? 0) <= 150 && widths.filter((columns) => columns >= full - 8).length >= 5
  const margin = isWrapped ? full : null
  margins.set(page, margin)
  return margin
}

/** Paragraphs from lines: where a text was broken at the right margin, its lines are joined again. */
export function joinWrapped(lines: readonly string[], margin: number | null): string[] {
  const isWrapped = margin !== null
  const widest = margin ?? 0
  const paragraphs: string[] = []
  let open = false
  for (const line of lines) {
    if (line.trim() === '') {
      if (!isWrapped) open = false
      continue
    }
    const isNew = !open || !isWrapped || beginsItem.test(line)
    if (isNew) paragraphs.push(line.trim())
    else paragraphs[paragraphs.length - 1] += line.trim()
    open = width(line) >= widest * 0.7 || !sentenceEnd.test(line)
    if (sentenceEnd.test(line) && width(line) < widest - 8) open = false
  }
  return paragraphs.map(closeGaps)
}
