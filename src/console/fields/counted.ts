/** Counts as the rules do: signs, not the halves of which some consist. */
const strategy = (text: string) => [...text].length

/** The words of a text that is too long, at its field; nothing that was typed or pasted is cut off. */
export const tooLongWords = (count: number, max: number): string => `现有${count}字，最多${max}字，请删减`

/** What a field of text takes at most: more stays in the field and is told there, and its form refuses it. */
export const counted = (max: number) => ({
  count: { max, strategy, show: ({ count }: { count: number }) => (count > max ? tooLongWords(count, max) : '') },
})
