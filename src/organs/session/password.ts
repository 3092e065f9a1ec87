import { unguessable } from './guessable.ts'

/** Whose password it is to be: nothing of it may be in the password. */
export interface PasswordOwner {
  readonly login: string
  readonly name: string
  readonly organName: string
  readonly organSlug: string
}

const shortest = 12
const longestByPatience = 128
/** From here on length alone is enough. */
const longEnough = 20
const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]
/** A password of so few different characters is a row of keys. */
const fewestDifferent = 6
/** More than two words from a list: two and some digits that are no date, or three. */
const leastUnguessable = 9

const commonWords = [
  'password',
  'passwd',
  'passw',
  'pass',
  'admin',
  'administrator',
  'root',
  'user',
  'test',
  'guest',
  'welcome',
  'qwertyuiop',
  'qwerty',
  'qwert',
  'qwer',
  'asdfghjkl',
  'asdfgh',
  'asdf',
  'zxcvbnm',
  'zxcvbn',
  'zxcv',
  'qazxsw',
  'qaz',
  'wsx',
  'edc',
  'abcdefg',
  'abcdef',
  'abcd',
  'abc',
  'iloveyou',
  'letmein',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'login',
  'changeme',
  'secret',
  'woaini',
  'mima',
  'guanliyuan',
  'zhengfu',
  'huawei',
  'china',
  'zhongguo',
  'beijing',
  'gongkai',
  'kaicheng',
  'xinxi',
  'bangong',
  'spring',
  'summer',
  'winter',
]
const onlyCommon = new RegExp(`^(?:${commonWords.join('|')})+$`)
const lookalikes: Record<string, string> = { '@': 'a', '0': 'o', '1': 'l', $: 's', '3': 'e', '!': 'i' }

/** What speaks against a password under the profile 等保 (GB/T 22239-2019 8.1.4.1 a), or undefined. */
export function whyNotPassword(password: string, owner: PasswordOwner): string | undefined {
  const length = [...password].length
  if (length < shortest) return `密码至少${shortest}个字符，现在是${length}个`
  if (length > longestByPatience) return `密码最多${longestByPatience}个字符`
  const kinds = classes.filter((each) => each.test(password)).length
  if (length < longEnough && kinds < 3)
    return `密码不足${longEnough}个字符时，须含小写字母、大写字母、数字、其他符号中的至少三种，现在是${kinds}种`
  if (new Set(password).size < fewestDifferent) return '密码中相同的字符太多，容易被猜到'
  if (isCommon(password)) return '密码是常见的词或者键盘顺序，容易被猜到'
  const plain = password.normalize('NFKC').toLowerCase()
  const own = [owner.login, owner.name, owner.organName, owner.organSlug].filter((each) => [...each].length > 1)
  if (own.some((each) => plain.includes(each.normalize('NFKC').toLowerCase())))
    return '密码中不得含有登录名、姓名或者机关名称'
  const ownWords = own.flatMap((each) => [each, ...each.split(/[\s._-]+/)])
  if (unguessable(password, ownWords) < leastUnguessable) return guessableWords
  return undefined
}

/** Says how to make a good one. */
const guessableWords =
  '密码主要由单位、地名等词加年份、连续的数字或者键盘顺序组成，容易被猜到；可以把三四个互不相关的词（拼音或者汉字）连起来，中间夹上与日期无关的数字'

/** P@ssw0rd@2026 is “password” and a year. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  const core = lower.slice(Math.max(0, lower.search(/[a-z]/))).replace(/[^a-z]{1,128}$/, '')
  const read = [...core].map((each) => lookalikes[each] ?? each).join('')
  return /^[\x20-\x7e]*$/.test(lower) && [core, read].some((text) => onlyCommon.test(text.replace(/[^a-z]/g, '')))
}
