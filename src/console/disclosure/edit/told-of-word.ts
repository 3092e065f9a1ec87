import type { ImportedText } from '../../../disclosure/imported-text.ts'

/** What remains to be done by hand after a Word file was read, and what was found in it, with the words it was found at. */
export const toldOfWord = ({ notes, findings }: Pick<ImportedText, 'notes' | 'findings'>): string[] => [
  ...notes,
  ...findings.map(({ message, excerpt }) => message + (excerpt ? `：${excerpt}` : '')),
]
