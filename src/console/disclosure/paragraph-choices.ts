const shortest = 40

/** The paragraphs of a text, to choose one: its number and how it begins. */
export const paragraphChoices = (paragraphs: readonly string[]) =>
  paragraphs.map((words, index) => ({
    value: index,
    label: `第${index + 1}段：${words.slice(0, shortest)}${words.length > shortest ? '…' : ''}`,
  }))
