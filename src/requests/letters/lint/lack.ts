/** A part of a letter that the law or the form of 公文 wants, by its name. */
export type LetterPart =
  | 'number'
  | 'date'
  | 'title'
  | 'organ'
  | 'contact'
  | 'addressee'
  | 'receipt'
  | 'asked'
  | 'reason'
  | 'article'
  | 'blank'
  | 'personalData'
  | 'corrected'
  | 'remedies'
  | 'route'
  | 'term'
  | 'body'
  | 'court'
  | 'online'

/** What a letter lacks, so that it may not go up or leave. */
export interface Lack {
  readonly part: LetterPart
  /** What is wrong and where it is mended, as one clause. */
  readonly message: string
  /** The field of the form where it was typed. */
  readonly field?: string | undefined
}

/** One lack, or none. */
export const unless = (isThere: boolean, part: LetterPart, message: string, field?: string): Lack[] =>
  isThere ? [] : [{ part, message, ...(field === undefined ? {} : { field }) }]
