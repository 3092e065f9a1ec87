import type { PlainDate } from '../../../days/plain-date.ts'
import { personalDataIn } from '../../../disclosure/gates/personal-data.ts'
import { linesOf } from '../wording.ts'
import { type Lack, unless } from './lack.ts'

/** A text of an officer that the letter prints, with its place on the form. */
export interface TypedText {
  readonly field: string | undefined
  readonly label: string
  readonly text: string
}

const blank = /_{3,}|＿{3,}|（\s*）|【\s*】|〔\s*〕|此处填写/

/** Numbers of persons that no letter needs to name them by; a telephone or a house may be what is told. */
const ofPersons: Readonly<Record<string, string>> = {
  identityNumber: '公民身份号码',
  identityNumberUnsure: '像是公民身份号码的号码',
  bankCard: '银行卡号',
}

/** Signs and spaces that a template may change around a text. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}\p{Cf}]+/gu, '')

export interface TypedMatter {
  readonly texts: readonly TypedText[]
  /** The text of the whole letter. */
  readonly letter: string
  /** Whether these words are the reader's own, or stand in the request itself. */
  readonly isKnown: (words: string) => boolean
  readonly today: PlainDate
}

/** What was typed for a letter: whether all of it stands there, nothing was left blank, and nobody's numbers are given away. */
export function lacksOfTyped({ texts, letter, isKnown, today }: TypedMatter): Lack[] {
  const said = bare(letter)
  return texts.flatMap(({ field, label, text }) => {
    const lines = linesOf(text).map(bare)
    const [datum] = personalDataIn([{ place: label, text }], today).filter(
      ({ gate, words }) => gate in ofPersons && !isKnown(words),
    )
    return [
      ...unless(
        lines.every((line) => said.includes(line)),
        'reason',
        `没有写入“${label}”，请重新拟写`,
        field,
      ),
      ...unless(!blank.test(text), 'blank', `“${label}”中还有没有填写的空白，请补上`, field),
      ...unless(
        !datum,
        'personalData',
        `“${label}”中有${ofPersons[datum?.gate ?? ''] ?? ''}（${datum?.shown ?? ''}），文书不需要写，请删去`,
        field,
      ),
    ]
  })
}
