const breaks = /[\n\v\f\r\u0085\u2028\u2029]+/
// Written with escapes: XML forbids these characters, and Word, Excel and PDF readers stumble over the rest.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const unprintable = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffe\uffff]/g

/** One line of text that every form can carry: no line breaks, control characters or broken surrogates. */
export const plainLine = (text: string): string =>
  text.toWellFormed().split(breaks).join(' ').replaceAll('\t', ' ').replace(unprintable, '').trim()

/** The paragraphs of a text: a line break inside a paragraph starts a new one; empty ones are left out. */
export const plainParagraphs = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split(breaks)).flatMap((text) => plainLine(text) || [])

export interface LedParagraph {
  /** The numbered lead “（一）主动公开。” of a paragraph, set in 楷体; empty where there is none. */
  readonly lead: string
  readonly rest: string
}

const numberedLead = /^[（(][一二三四五六七八九十]{1,3}[）)][^。：；，！？]{1,24}(?:[。：]|$)/

/** GB/T 9704-2012 7.3.3: headings of the second level, “（一）”, are set in 楷体; in reports they open their paragraph. */
export function ledParagraph(paragraph: string): LedParagraph {
  const lead = numberedLead.exec(paragraph)?.[0] ?? ''
  return { lead, rest: paragraph.slice(lead.length) }
}
