/** What stands in passwords of offices everywhere: the program, places, kinds of organ, and what their rooms are called. */
const officeWords = [
  'kaicheng',
  'gongkai',
  'xinxi',
  'xxgk',
  'zfxxgk',
  'zhengwu',
  'zhengfu',
  'renmin',
  'jiguan',
  'danwei',
  'bumen',
  'bangong',
  'bangongshi',
  'bgs',
  'weiyuanhui',
  'guanli',
  'guanliyuan',
  'fuwu',
  'zhongxin',
  'keshi',
  'lingdao',
  'tongji',
  'caizheng',
  'gongan',
  'jiaoyu',
  'minzheng',
  'weisheng',
  'jiankang',
  'ziran',
  'ziyuan',
  'shichang',
  'yingji',
  'shuiwu',
  'nongye',
  'jiaotong',
  'zhujian',
  'shenji',
  'sifa',
  'renshe',
  'fagai',
  'wenlv',
  'huanbao',
  'sheng',
  'shiqu',
  'diqu',
  'xian',
  'zhen',
  'jiedao',
  'shili',
  'zhongguo',
  'china',
  'beijing',
  'shanghai',
  'password',
  'passwd',
  'pass',
  'admin',
  'administrator',
  'root',
  'user',
  'test',
  'guest',
  'welcome',
  'login',
  'secret',
  'changeme',
  'letmein',
  'iloveyou',
  'woaini',
  'mima',
  'hello',
  'huawei',
  'spring',
  'summer',
  'autumn',
  'winter',
  'dragon',
  'monkey',
  'sunshine',
  'princess',
  'chuntian',
  'xiatian',
  'qiutian',
  'dongtian',
  'nihao',
]
const date = /(?:19|20)\d\d(?:[-./年]?(?:0?[1-9]|1[0-2])(?:[-./月]?(?:0?[1-9]|[12]\d|3[01]))?)?(?!\d)/g
/** Rows of keys, slanting columns, and the row of digits with the shift key held. */
const walks = [
  '`1234567890-=',
  '~!@#$%^&*()_+',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '!qaz@wsx#edc$rfv%tgb',
  'qazwsxedcrfvtgbyhnujm',
]
const shortestWalk = 3
const lookalikes: Record<string, string> = { '@': 'a', '0': 'o', '1': 'l', $: 's', '3': 'e', '!': 'i' }

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * How much of a password somebody who knows the office would have to guess: its words, the account's own names, dates, sequences,
 * rows of keys and signs are left out, and of any other word no more counts than four letters, since it stands in a list.
 */
export function unguessable(password: string, ownWords: readonly string[]): number {
  const text = password.normalize('NFKC')
  const read = [...text].map((each) => lookalikes[each] ?? each).join('')
  return Math.min(weigh(text, ownWords), weigh(read, ownWords))
}

function weigh(text: string, ownWords: readonly string[]): number {
  const words = [...officeWords, ...ownWords].filter((each) => each.length > 1).sort((a, b) => b.length - a.length)
  const known = new RegExp(words.map(escaped).join('|'), 'giu')
  const rest = withoutWalks(text.replace(known, ' ').replace(date, ' '))
  const parts = rest.match(/[A-Z]?[a-z]+|[A-Z]+|\d+|\p{L}+/gu) ?? []
  return parts.map(weightOf).reduce((sum, each) => sum + each, 0)
}

function weightOf(part: string): number {
  const distinct = new Set(part.toLowerCase()).size
  if (/^[a-z]+$/i.test(part)) return Math.min(distinct, 4)
  return /^\d+$/.test(part) ? distinct : 2 * distinct
}

/** Runs of three and more that somebody only has to begin. */
function withoutWalks(text: string): string {
  const signs = [...text]
  const lower = signs.map((each) => each.toLowerCase())
  let from = 0
  for (let index = 1; index <= signs.length; index += 1) {
    if (index < signs.length && goesOn(lower, from, index)) continue
    if (index - from >= shortestWalk) signs.fill(' ', from, index)
    from = index
  }
  return signs.join('')
}

/** Whether the sign at `index` continues the run that began at `from` in its direction. */
function goesOn(signs: readonly string[], from: number, index: number): boolean {
  const [before = '', here = ''] = [signs[index - 1], signs[index]]
  const steps = stepsBetween(before, here)
  if (index - from < 2) return steps.length > 0
  const earlier = stepsBetween(signs[index - 2] ?? '', before)
  return steps.some((step) => earlier.includes(step))
}

/** By which neighbourhoods one sign follows another: the same, the next or the one before, in the alphabet or on the keys. */
function stepsBetween(before: string, here: string): string[] {
  const steps: string[] = []
  const isPlain = /^[a-z0-9]$/.test(before) && /^[a-z0-9]$/.test(here)
  const distance = (here.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
  if (distance === 0 || (isPlain && Math.abs(distance) === 1)) steps.push(`code ${distance}`)
  walks.forEach((walk, row) => {
    for (let at = walk.indexOf(before); at >= 0 && before !== ''; at = walk.indexOf(before, at + 1)) {
      if (walk[at + 1] === here) steps.push(`row ${row} on`)
      if (walk[at - 1] === here) steps.push(`row ${row} back`)
    }
  })
  return steps
}
