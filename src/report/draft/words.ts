import { z } from 'zod'
import type { ReportFormat } from '../../law/report-format.ts'
import { paragraphsOf } from '../../text/plain.ts'
import { type Block, type Inline, Text } from '../../text/text.ts'
import type { Section } from '../report.ts'
import type { Count } from './counts.ts'

/** The parts of a report that a person writes, in printed order. */
export const wordedSections = ['intro', 'overview', 'problems', 'otherMatters'] as const
export type WordedSection = (typeof wordedSections)[number]

const isWorded = (id: Section['id']): id is WordedSection => wordedSections.some((each) => each === id)

/** What the form prints as paragraphs: neither tables nor pictures stand between its words. */
const Prose = Text.refine(
  ({ content }) => content.every(isProse),
  '年度报告的文字部分不能放表格和图片：统计表由系统生成，其他内容请写成文字',
)

function isProse(block: Block): boolean {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return true
    case 'image':
    case 'table':
      return false
    case 'blockquote':
      return block.content.every(isProse)
    case 'bulletList':
    case 'orderedList':
      return block.content.every(({ content }) => content.every(isProse))
  }
}

export const Words = z.strictObject({ intro: Prose, overview: Prose, problems: Prose, otherMatters: Prose })
export type Words = z.infer<typeof Words>

const anchor = '#'

/** Where the words of a linked number lead: to the number itself. */
export const hrefOfCount = (id: string): string => anchor + id

/** The number that some words are linked to; undefined where they are linked to none. */
export function countIdOf(inline: Inline): string | undefined {
  if (inline.type !== 'text') return undefined
  const link = (inline.marks ?? []).find((mark) => mark.type === 'link')
  return link?.type === 'link' && /^#(?:cell|fact|channel):/.test(link.attrs.href)
    ? link.attrs.href.slice(anchor.length)
    : undefined
}

/** A linked number whose words say another one than the registers do. */
export interface OtherCount {
  readonly section: WordedSection
  readonly id: string
  readonly label: string
  readonly written: string
  /** Null where there is no such number any more. */
  readonly value: string | null
}

/** Every linked number that is written otherwise than the registers have it, in reading order. */
export function othersIn(words: Words, counts: readonly Count[]): OtherCount[] {
  const known = new Map(counts.map((count) => [count.id, count]))
  return wordedSections.flatMap((section) =>
    linkedIn(words[section]).flatMap(({ id, written }) => {
      const count = known.get(id)
      const value = count?.value ?? null
      return value === written ? [] : [{ section, id, label: count?.label ?? id, written, value }]
    }),
  )
}

/** The same text with every linked number written as the registers have it; what is unknown to them stays as it was written. */
export function withCounts(text: Text, counts: readonly Count[]): Text {
  const values = new Map(counts.map(({ id, value }) => [id, value]))
  return { ...text, content: text.content.map((block) => eachLine(block, (line) => withValues(line, values))) }
}

/** The paragraphs of a report: its words as they are printed, under the headings of the form. */
export function sectionsOf(format: ReportFormat, words: Words, counts: readonly Count[]): Section[] {
  const printed = (id: WordedSection) =>
    paragraphsOf(withCounts(words[id], counts))
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '')
  return [
    { id: 'intro', heading: '', paragraphs: printed('intro') },
    ...format.sections.map(({ id, heading }) => ({ id, heading, paragraphs: isWorded(id) ? printed(id) : [] })),
  ]
}

/** Printed paragraphs as a text that can be written on. */
export const wordsFrom = (sections: readonly Pick<Section, 'id' | 'paragraphs'>[]): Words => {
  const text = (id: WordedSection): Text => ({
    type: 'doc',
    content: (sections.find((section) => section.id === id)?.paragraphs ?? []).map((paragraph) => ({
      type: 'paragraph',
      ...(paragraph === '' ? {} : { content: [{ type: 'text', text: paragraph }] }),
    })),
  })
  return {
    intro: text('intro'),
    overview: text('overview'),
    problems: text('problems'),
    otherMatters: text('otherMatters'),
  }
}

/** Linked numbers as they are written: neighbouring pieces of one link are one number. */
function linkedIn(text: Text): { id: string; written: string }[] {
  const found: { id: string; written: string }[] = []
  for (const block of text.content)
    eachLine(block, (line) => {
      for (const [index, inline] of line.entries()) {
        const id = countIdOf(inline)
        if (id === undefined || inline.type !== 'text') continue
        const last = found.at(-1)
        const before = line[index - 1]
        if (last && before && countIdOf(before) === id) last.written += inline.text
        else found.push({ id, written: inline.text })
      }
      return line
    })
  return found
}

function withValues(line: readonly Inline[], values: ReadonlyMap<string, string>): Inline[] {
  return line.flatMap((inline, index) => {
    const id = countIdOf(inline)
    const value = id === undefined ? undefined : values.get(id)
    if (value === undefined || value === '' || inline.type !== 'text') return [inline]
    const before = line[index - 1]
    return before && countIdOf(before) === id ? [] : [{ ...inline, text: value }]
  })
}

/** The block with each of its lines as `of` makes it. */
function eachLine(block: Block, of: (line: readonly Inline[]) => readonly Inline[]): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content ? { ...block, content: [...of(block.content)] } : block
    case 'blockquote':
      return { ...block, content: block.content.map((each) => eachLine(each, of)) }
    case 'bulletList':
    case 'orderedList':
      return {
        ...block,
        content: block.content.map((item) => ({ ...item, content: item.content.map((each) => eachLine(each, of)) })),
      }
    default:
      return block
  }
}
