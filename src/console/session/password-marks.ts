const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]
const lengthOf = (password: string) => [...password].length
const kindsIn = (password: string) => kinds.filter((kind) => kind.test(password)).length

/** What `whyNotPassword` asks, in the words in which it is ticked off while typing. */
export const passwordMarks = [
  { label: '至少12个字符', holds: (password: string) => lengthOf(password) >= 12 },
  {
    label: '小写字母、大写字母、数字、符号至少三种（满20个字符的不限）',
    holds: (password: string) => lengthOf(password) >= 20 || kindsIn(password) >= 3,
  },
]
