import type { Content } from './content.ts'

/**
 * What nobody sees and nobody means: controls, signs that turn the direction of others, blanks without width, what is no
 * character. They come along when text is pasted; left in, one word looks like another and no search finds it. The joiners
 * of Uyghur and of emoji stay.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]/g

/** The content with nothing in it but what can be read. */
export const legible = (content: Content): Content => seen(content) as Content

function seen(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unseen, '')
  if (Array.isArray(value)) return value.map(seen).filter((each) => !isEmptyWords(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, seen(each)]))
}

/** A piece of text of which nothing is left; the tree has none. */
const isEmptyWords = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'text' in value && value.text === ''
