import { type Page, textLine } from './page.ts'

const maxLines = 200_000

/** A page from plain text. A text that ends without a line break may be torn in its last word. */
export function pageFromText(text: string): Page {
  const lines = text.split(/\r\n?|\n|\f|\u2028|\u2029/, maxLines)
  const isTorn = text.length > 0 && !/\s$/.test(text)
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop()
  return { lines: lines.map(textLine), title: null, isTorn }
}
