import { plainTextOf } from '../text/plain.ts'
import type { Content } from './content.ts'

/** What a record says in so many characters at most: its own summary, or the beginning of its text. */
export function summaryOf({ summary, text }: Pick<Content, 'summary' | 'text'>, most: number): string {
  const characters = [...(summary || plainTextOf(text).replace(/\s+/g, ' ').trim())]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('')
}
