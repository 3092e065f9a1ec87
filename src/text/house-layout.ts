import { type DoubtfulSign, doubtfulSigns } from './doubtful-signs.ts'
import { headingOf, isShort, outlineDepth } from './headings.ts'
import { paragraphsOf, wordsOf } from './plain.ts'
import { bare, dayOf, leadsOn } from './signature.ts'
import type { Block, Text } from './text.ts'
import { withoutTypedBlanks } from './typed-blanks.ts'

/** Something that the house layout has otherwise. `paragraph` is counted in the text as it was, as `paragraphsOf` counts. */
export interface LayoutChange {
  readonly kind: 'emptyLine' | 'blanks' | 'cut' | 'heading' | 'signature'
  readonly paragraph: number
  readonly words: string
  /** Of a heading: what it becomes. */
  readonly level?: 2 | 3 | 4
}
export interface HouseLayout {
  readonly text: Text
  readonly changes: readonly LayoutChange[]
  /** Signs to be looked at: nothing but layout is changed. */
  readonly doubtful: readonly (DoubtfulSign & { readonly paragraph: number })[]
}

/** A block on its way, from which paragraph it comes, and its words if it is a line. */
interface Line {
  readonly block: Block
  readonly paragraph: number
  readonly words: string | null
}

/**
 * 一键排版 (GB/T 9704-2012 7.3): headings by their numbers, no typed blanks and empty lines, organ and day of the signature at the
 * right. Every sign but blanks and breaks stays; tables, lists, quotations and pictures stay as they are.
 */
export function houseLayout({ content }: Text): HouseLayout {
  const starts = startsOf(content)
  const changes: LayoutChange[] = []
  const lines = content.flatMap((block, at) => cleaned(block, starts[at] ?? 0, changes))
  const signed = signatureAt(lines)
  const levels = headingsIn(lines, signed)
  const dressed = lines.map((line, at): Block => {
    const { block, paragraph, words } = line
    const level = levels[at]
    if (words === null || (block.type !== 'paragraph' && block.type !== 'heading')) return block
    if (level) {
      const heading = headingOf(block.content, level)
      if (JSON.stringify(heading) !== JSON.stringify(block)) changes.push({ kind: 'heading', paragraph, words, level })
      return heading
    }
    if (!signed.has(at) || block.type !== 'paragraph' || sideOf(block) === 'right') return block
    changes.push({ kind: 'signature', paragraph, words })
    return { ...block, attrs: { textAlign: 'right' } }
  })
  const doubtful = lines.flatMap(({ block, paragraph }) =>
    doubtfulSigns(block).map((sign) => ({ kind: sign.kind, words: sign.words, paragraph })),
  )
  return {
    text: { type: 'doc', content: dressed },
    changes: changes.sort((one, other) => one.paragraph - other.paragraph),
    doubtful,
  }
}

function startsOf(content: readonly Block[]): number[] {
  let next = 0
  return content.map((block) => {
    const start = next
    next += paragraphsOf({ type: 'doc', content: [block] }).length
    return start
  })
}

const sideOf = (block: Block) => (block.type === 'paragraph' ? (block.attrs?.textAlign ?? 'left') : 'left')

/** A line without typed blanks, as many lines as it holds paragraphs, or none if it is empty. */
function cleaned(block: Block, paragraph: number, changes: LayoutChange[]): Line[] {
  if (block.type !== 'paragraph' && block.type !== 'heading') return [{ block, paragraph, words: null }]
  const before = block.content ?? []
  const parts = withoutTypedBlanks(before, block.type === 'paragraph' && sideOf(block) === 'left')
  const lines = parts.map(
    (content): Line => ({ block: { ...block, content }, paragraph, words: wordsOf(content).trim() }),
  )
  const words = wordsOf(before).trim()
  if (parts.length === 0) changes.push({ kind: 'emptyLine', paragraph, words })
  else if (parts.length > 1) changes.push({ kind: 'cut', paragraph, words })
  else if (JSON.stringify(parts[0]) !== JSON.stringify(before)) changes.push({ kind: 'blanks', paragraph, words })
  return lines
}

const organLine = /^[\p{Script=Han}（）()]{2,39}[局委办府厅部院会中心司室处科队所站社]$/u

/** What may stand behind a signature: （此件公开发布）, notes, what is attached, who gets and who prints it. */
const behindSignature = /^(?:[（(【[]|附|抄\s*送|主\s*送|分\s*送|联系人|联系电话)|印发$/

/**
 * Where the day of the signature stands and the organs above it: the last line that is a day with nothing of the text behind it, if
 * an organ or nothing but it signs. What the text leads on to (参加单位：) is part of it.
 */
function signatureAt(lines: readonly Line[]): ReadonlySet<number> {
  const isLine = ({ block, words }: Line): boolean =>
    words !== null && block.type === 'paragraph' && sideOf(block) !== 'center'
  const isLast = (next: Line | undefined) => next?.words == null || behindSignature.test(next.words)
  const at = lines.findLastIndex(
    (line, index) => isLine(line) && dayOf(bare(line.words ?? '')) !== null && isLast(lines[index + 1]),
  )
  const signed = new Set<number>()
  let above = at - 1
  for (; above >= 0; above -= 1) {
    const line = lines[above]
    const words = bare(line?.words ?? '')
    if (!line || !isLine(line) || !organLine.test(words) || outlineDepth(words) !== null) break
    signed.add(above)
  }
  if (leadsOn(lines[above]?.words ?? '')) return new Set()
  if (at > 0 && (signed.size > 0 || at === lines.length - 1)) signed.add(at)
  return signed
}

/** The level of each line that is a heading; null of any other. */
function headingsIn(lines: readonly Line[], signed: ReadonlySet<number>): (2 | 3 | 4 | null)[] {
  const notes = attachmentNotes(lines)
  const depths = lines.map(({ block, words }, at) =>
    words === null || notes.has(at) || sideOf(block) !== 'left' || signed.has(at) ? null : outlineDepth(words),
  )
  const isBody = (at: number) => {
    const line = lines[at]
    return line !== undefined && !signed.has(at) && !notes.has(at) && sideOf(line.block) !== 'right'
  }
  /** Something deeper, or what bears no number, stands below it. */
  const leads = (at: number) => isBody(at + 1) && (depths[at + 1] ?? 9) > (depths[at] ?? 9)
  // 1．身份证 2．户口簿 is a list, unless each of them leads to something.
  const whole = new Set(
    seriesIn(depths)
      .filter((series) => series.every((at) => leads(at) && isShort(lines[at]?.words ?? '')))
      .flat(),
  )
  return lines.map(({ words }, at) => {
    const depth = depths[at] ?? null
    if (depth === null || !isShort(words ?? '')) return null
    return depth === 2 || depth === 3 ? depth : whole.has(at) ? 4 : null
  })
}

/** Lines that are numbered alike, as far as the outline does not go up between them. */
function seriesIn(depths: readonly (number | null)[]): number[][] {
  const all: number[][] = []
  const open = new Map<number, number[]>()
  for (const [at, depth] of depths.entries()) {
    if (depth === null) continue
    for (const each of [...open.keys()]) if (each > depth) open.delete(each)
    const series = open.get(depth)
    if (series) series.push(at)
    else {
      const begun = [at]
      open.set(depth, begun)
      all.push(begun)
    }
  }
  return all
}

/** 附件：1. … and the numbered lines below it. */
function attachmentNotes(lines: readonly Line[]): ReadonlySet<number> {
  const notes = new Set<number>()
  for (const [at, { words }] of lines.entries()) {
    const isFirst = /^附\s*件\s*[:：]/.test(words ?? '')
    if (isFirst || (notes.has(at - 1) && /^\d{1,2}[.．、]/.test(words ?? ''))) notes.add(at)
  }
  return notes
}
