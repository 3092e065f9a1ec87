import { chineseDate, type PlainDate } from '../days/plain-date.ts'
import { enclosureNames } from './enclosure-names.ts'

/** A letter of an organ (公文信函格式, GB/T 9704-2012 10.1), as text. */
export interface OfficialLetter {
  readonly title: string
  /** 发文字号; null before it is issued. */
  readonly number: string | null
  readonly addressee: string
  readonly paragraphs: readonly string[]
  readonly enclosures: readonly { readonly name: string }[]
  readonly organ: string
  readonly madeOn: PlainDate
  readonly contact: string
}

/** What is printed, the same in both forms. */
export interface PrintedLetter {
  readonly organ: string
  /** The number, or that this is still a draft. */
  readonly number: string
  readonly title: string
  readonly salutation: string
  readonly paragraphs: readonly string[]
  readonly enclosures: readonly string[]
  readonly date: string
  /** 附注, in brackets under the date; empty if there is none. */
  readonly note: string
}

// Written with escapes: line breaks become spaces, control characters and broken surrogates go.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const unprintable = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g
const breaks = /[\n\v\f\r\u0085\u2028\u2029]+/
const line = (text: string): string =>
  text.toWellFormed().split(breaks).join(' ').replaceAll('\t', ' ').replace(unprintable, '').trim()
const lines = (text: string): string[] => text.split(breaks).flatMap((each) => line(each) || [])

/** The letter as it stands on paper; one without a number says that it is a draft. */
export function printLetter(letter: OfficialLetter): PrintedLetter {
  const contact = line(letter.contact)
  return {
    organ: line(letter.organ),
    number: letter.number === null ? '（送审稿）' : line(letter.number),
    title: line(letter.title),
    salutation: `${line(letter.addressee).replace(/\s*[：:]$/, '')}：`,
    paragraphs: letter.paragraphs.flatMap(lines),
    enclosures: enclosureNames(letter.enclosures).flatMap((name) => line(name) || []),
    date: chineseDate(letter.madeOn),
    note: contact === '' ? '' : `（${contact}）`,
  }
}
