import { reportFormats } from '../../../law/report-formats.ts'
import { bareName, plain } from '../bare.ts'
import { type Label, labelsByName } from '../labels.ts'

/** A piece of a text without gaps: a label of the form, what stands for figures, or other words. `from`, `to`: its place in the text. */
export interface Item {
  readonly kind: 'label' | 'heading' | 'figures' | 'words'
  /** Chinese characters, or figures with ` ` where the print parts them surely and a line break where it may. */
  readonly text: string
  /** What a label may stand for; empty otherwise. */
  readonly labels: readonly Label[]
  readonly from: number
  readonly to: number
}

/** Words of the tables that are no label. */
const fillers = ['信息内容', '申请人情况', '单位万元']
const headings = new Set(reportFormats['2021'].sections.map(({ heading }) => bareName(heading)))

const byFirst = Map.groupBy([...new Set([...labelsByName.keys(), ...headings, ...fillers])], (name) => name.charAt(0))
for (const names of byFirst.values()) names.sort((a, b) => b.length - a.length)

const known = new Map<string, string>()

/** Chinese characters and digits as themselves, everything else as one sign for its class. */
function classOf(char: string): string {
  const remembered = known.get(char)
  if (remembered !== undefined) return remembered
  const shown = sign(char)
  if (known.size > 5000) known.clear()
  known.set(char, shown)
  return shown
}

function sign(char: string): string {
  if (/[\n\r\f\u2028\u2029]/.test(char)) return '\n'
  if (/[\s\u00a0\u3000|]/.test(char)) return ' '
  if (/[0-9０-９]/.test(char)) return char.normalize('NFKC')
  if (/[.．、·]/.test(char)) return '.'
  if (/[（(【[〔]/.test(char)) return '('
  if (/[）)】\]〕]/.test(char)) return ')'
  if (/[+＋]/.test(char)) return '+'
  if (/[-－−–—]/.test(char)) return '-'
  const simple = plain(char)
  // ① and ² are marks, never digits of a figure.
  if (simple.length === 1 && /[\u4e00-\u9fff]/.test(simple)) return simple
  return /["'“”‘’「」《》。；：:;！？!?]/.test(char) ? '' : '?'
}

const isFigureSign = (char: string): boolean => char !== '' && /[0-9.+\-? \n]/.test(char)

/** The text with gaps closed: the characters that count, and where each stands in the text. */
function closed(text: string): { chars: string[]; at: number[] } {
  const chars: string[] = []
  const at: number[] = []
  const put = (char: string, index: number) => {
    chars.push(char)
    at.push(index)
  }
  for (let index = 0; index < text.length; index += 1) {
    const char = classOf(text.charAt(index))
    const before = chars.at(-1) ?? ''
    const isInFigures = isFigureSign(before)
    if (/[\u4e00-\u9fff0-9]/.test(char)) put(char, index)
    else if (!isInFigures) {
      if ((char === '+' || char === '-') && /[0-9０-９]/.test(text.charAt(index + 1))) put(char, index)
    } else if (char === ' ' || char === '\n' || char === '(') {
      if (before === '\n' && char !== '\n') chars[chars.length - 1] = ' '
      else if (before !== ' ' && before !== '\n') put(char === '\n' ? '\n' : ' ', index)
    } else if (char === ')') put('.', index)
    else put(char === '' ? '?' : char, index)
  }
  return { chars, at }
}

/** The labels, figures and words of a text, whatever gaps, line breaks and punctuation stand between them. */
export function itemsOf(text: string): Item[] {
  const { chars, at } = closed(text)
  const line = chars.join('')
  const items: Item[] = []
  let words = 0
  const add = (kind: Item['kind'], from: number, to: number) => {
    const part = line.slice(from, to)
    items.push({
      kind,
      text: part,
      labels: kind === 'label' ? (labelsByName.get(part) ?? []) : [],
      from: at[from] ?? text.length,
      to: (at[to - 1] ?? text.length) + 1,
    })
  }
  const endWords = (to: number) => {
    if (words < to) add('words', words, to)
  }
  for (let index = 0; index < line.length; ) {
    const name = byFirst.get(line.charAt(index))?.find((other) => line.startsWith(other, index))
    if (name !== undefined) {
      const isHeading = headings.has(name) && /[一二三四五六]/.test(line.charAt(index - 1))
      const from = isHeading ? index - 1 : index
      endWords(Math.max(words, from))
      if (!fillers.includes(name)) add(isHeading ? 'heading' : 'label', from, index + name.length)
      index += name.length
      words = index
    } else if (isFigureSign(line.charAt(index))) {
      let to = index
      while (isFigureSign(line.charAt(to))) to += 1
      endWords(index)
      add('figures', index, to)
      index = to
      words = to
    } else index += 1
  }
  endWords(line.length)
  return items
}
