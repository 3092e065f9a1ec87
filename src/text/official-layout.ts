import type { PlainDate } from '../days/plain-date.ts'
import { genres } from '../law/genres.ts'
import { wordsOf } from './plain.ts'
import { bare, signatureIn } from './signature.ts'
import type { Block, Text } from './text.ts'

/** What a document in 公文 layout says of itself, and its text without the head that the page prints by itself. */
export interface OfficialLayout {
  readonly title: string
  readonly documentNumber: string
  readonly issuingOrgan: string
  readonly madeOn: PlainDate | null
  /** The kind that its title ends with; null where it names none. */
  readonly genre: (typeof genres)[number] | null
  /** Names of its attachments, as the note under the text has them. */
  readonly attachmentNotes: readonly string[]
  readonly text: Text
}

/** The head stands on the first page. */
const headLines = 16
const numberLine = /^([\p{Script=Han}A-Za-z]{1,20}[〔[【(（［﹝]\d{4}[〕\]】)）］﹞]第?\d{1,6}号)(?:\s*签发人.*)?$/u
const orderLine = /^第\d{1,5}号$/
const organMark = /^((?:(?!关于|的).){2,40}?)(?:文件|令|公告|通告)$/
const aside = /^(?:\d{6}|签发人[:：].*|(?:特急|加急|平急|特提)|[★☆—\-=_]+)$/
const addressee = /[:：]$/
const endsWithKind = new RegExp(
  `(?:${genres.map((genre) => genre.replace(/（.*/, '')).join('|')}|办法|规定|方案|细则|意见稿|规划|计划|条例)(?:[(（].{1,12}[)）])?$`,
)

/** Reads title, number, organ, day and attachments off the first page and the signature (GB/T 9704-2012 7). */
export function readOfficialLayout({ type, content }: Text): OfficialLayout {
  const lines = content.map(lineOf)
  const head = lines.slice(0, headLines)
  const numberAt = head.findIndex((line) => numberLine.test(bare(line)) || orderLine.test(bare(line)))
  const markAt = head.findIndex((line, at) => (numberAt < 0 ? at < 3 : at < numberAt) && organMark.test(bare(line)))
  const first = Math.max(numberAt, numberAt < 0 ? markAt : numberAt) + 1
  const title = titleIn(content, lines, first)
  const end = Math.max(title?.end ?? 0, first)
  const signature = signatureIn(lines, end)
  const ofMark = markAt < 0 ? '' : (organMark.exec(bare(head[markAt] ?? ''))?.[1] ?? '')
  const documentNumber = numberAt < 0 ? '' : numberOf(bare(head[numberAt] ?? ''), bare(head[markAt] ?? ''))
  const kind = genres.find((genre) => title?.words.replace(/[(（].{1,12}[)）]$/, '').endsWith(genre))
  return {
    title: title?.words ?? '',
    documentNumber,
    madeOn: signature.madeOn,
    genre: kind ?? null,
    issuingOrgan: signature.organ || ofMark,
    attachmentNotes: attachmentsIn(lines.slice(end)),
    text: { type, content: content.filter((_, at) => at >= end || !isHead(lines[at] ?? '', at, end)) },
  }
}

const lineOf = (block: Block): string =>
  block.type === 'paragraph' || block.type === 'heading' ? wordsOf(block.content).trim() : ''

const numberOf = (line: string, mark: string): string => {
  const [, number] = numberLine.exec(line) ?? []
  return number ?? (mark.endsWith('令') ? `${mark}${line}` : line)
}

/** Everything above the end of the title is head. Something else there, such as a picture, stays. */
const isHead = (line: string, at: number, end: number): boolean => at < end && line !== ''

/** Lines that together are the title: in the middle, or up to one that ends as titles do, before anybody is addressed. */
function titleIn(
  content: readonly Block[],
  lines: readonly string[],
  from: number,
): { words: string; end: number } | undefined {
  let words = ''
  for (let at = from; at < Math.min(lines.length, from + 8); at += 1) {
    const line = bare(lines[at] ?? '')
    if (line === '' || aside.test(line)) {
      if (words === '') continue
      return undefined
    }
    if (addressee.test(line) || /[。；]/.test(line) || words.length + line.length > 150) return undefined
    words += line
    const next = content[at + 1]
    const goesOn =
      isCentred(content[at]) &&
      isCentred(next) &&
      !endsWithKind.test(words) &&
      !/^[(（]/.test(bare(lines[at + 1] ?? ''))
    if (content[at]?.type === 'heading' && next?.type !== 'heading') return { words, end: at + 1 }
    if (endsWithKind.test(words) || (isCentred(content[at]) && !goesOn)) return { words, end: at + 1 }
    if (!goesOn && at - from >= 3) return undefined
  }
  return undefined
}

const isCentred = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && block.attrs?.textAlign === 'center'

/** `附件：1. …` and the numbered lines below it. */
function attachmentsIn(lines: readonly string[]): string[] {
  const at = lines.findIndex((line) => /^附件[:：]\S?/.test(bare(line)))
  if (at < 0) return []
  const [first = '', ...rest] = lines.slice(at, at + 30)
  const numbered = /^\d{1,2}[.．、]\s?(.{1,100})$/
  const end = rest.findIndex((line) => !numbered.test(line.trim()))
  const more = rest.slice(0, end < 0 ? rest.length : end)
  return [first.replace(/^附\s*件\s*[:：]\s*/, ''), ...more]
    .map((line) => (numbered.exec(line.trim())?.[1] ?? line).trim())
    .filter((line) => line !== '')
}
