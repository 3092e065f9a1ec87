import type { WordsGate } from './gate.ts'
import { plainOf } from './passages.ts'
import { personName } from './persons.ts'
import { finding } from './rules.ts'

/** A name, a sex, and an age below eighteen. */
const child =
  /[\p{Script=Han}·]{2,6}[(,] ?[男女](?:孩|童|生)?[,) ] ?(?:(?:\p{Script=Han}族)[, ] ?)?(?:现年|今年|年龄)?:? ?(?:1[0-7]|[1-9])周?岁/gu
/** `小学生王小明(8岁)`, `王小明(8岁)`. */
const byAge = new RegExp(
  `(?:小学生|学生|幼儿|儿童|孤儿|男童|女童|男孩|女孩|男婴|女婴|孩子|之子|之女|儿子|女儿|其子|其女|未成年人|(?<=^|[\\s,。;:、]))${personName}[(,] ?(?:现年|今年|年龄)?:? ?(?:1[0-7]|[1-9])周?岁`,
  'gu',
)
const pupils = /(?:学生|幼儿|儿童)姓名.{0,40}(?:班级|年级|学校|幼儿园|监护人|家长)/g

/** Minors who can be told: a child by name and age, and lists of pupils. Identity numbers of minors are found beside them. */
export const minorGate: WordsGate = (_content, { passages }) =>
  passages.flatMap(({ place, text }) => {
    const plain = plainOf(text)
    return [...plain.matchAll(child), ...plain.matchAll(byAge), ...plain.matchAll(pupils)].map(([words]) =>
      finding('minor', place, words),
    )
  })
