/** What a file shows and what else it carries, as far as a reader could bring it to light. */
export interface FileTraces {
  /** Up to `maxText` characters. */
  readonly text: string
  readonly isTextless: boolean
  /** Insertions, deletions and changes of format that were never accepted. */
  readonly trackedChanges: number
  readonly comments: number
  /** In Chinese: what is hidden and where. */
  readonly hidden: readonly string[]
  /** Names of files inside it. */
  readonly embedded: readonly string[]
  /** In Chinese: `作者 张三`, `单位 某局`. */
  readonly authors: readonly string[]
  /** Photographs that say where they were taken. */
  readonly placedPhotos: number
}

export const maxText = 400_000

export const noTraces: FileTraces = {
  ...{ text: '', isTextless: false, trackedChanges: 0, comments: 0, hidden: [], embedded: [], authors: [] },
  placedPhotos: 0,
}

/** What programs enter by themselves names nobody. */
const nobody =
  /^(?:|admin\w*|administrator|user|users?\d*|windows ?用户|microsoft(?: office)?(?: user)?|微软用户|un-named|python-docx|openpyxl|apache poi|wps(?: office)?|kaicheng|开诚|unknown|未知)$/i

/** `label` and the name, unless it names nobody. */
export const named = (label: string, name: string | undefined): string[] => {
  const plain = (name ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)
  return nobody.test(plain) ? [] : [`${label} ${plain}`]
}
