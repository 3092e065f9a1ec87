import { figuresOf, mailOf, nameOf, placeOf } from './writings.ts'

/** What is known of somebody whom a letter to others must not give away. Empty where it is not known. */
export interface Known {
  readonly names: readonly string[]
  readonly numbers: readonly { readonly what: string; readonly number: string }[]
  readonly emails: readonly string[]
  readonly addresses: readonly string[]
}

/** One thing to look for: what it is, never its value, and whether a text says it. */
export interface Needle {
  readonly what: string
  readonly isIn: (text: string) => boolean
}

/** Every way to look for what is known: in other writings, with a part hidden, without what leads up to it. */
export const needlesOf = ({ names, numbers, emails, addresses }: Known): Needle[] => [
  ...names.flatMap(nameNeedle),
  ...numbers.flatMap(({ what, number }) => numberNeedle(what, number)),
  ...emails.flatMap(mailNeedle),
  ...addresses.flatMap(addressNeedle),
]

const titles = '(?:先生|女士|小姐|同志|老师|律师|医生|师傅|太太)'
/** 关于老师, 一张某公司的发票: before these the sign is no surname. */
const noSurnameAfter = '(?<![关由对基至终属位鉴利便用源限一二两三四五六七八九十几每这那数0-9])'
const double =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|长孙|宇文|轩辕|端木|夏侯|独孤|南宫|西门|百里|呼延|东郭|赫连|澹台|公冶|宗政|濮阳|淳于|单于|太叔|申屠|仲孙|钟离|鲜于|闾丘|亓官|司空|万俟|闻人)/

/** Also spaced, dotted, in part hidden (王*明, 王某某), or by surname and title (王先生). */
function nameNeedle(name: string): Needle[] {
  const whole = nameOf(name)
  const isHan = /^\p{Script=Han}+$/u.test(whole)
  const length = [...whole].length
  if (length < (isHan ? 2 : 4)) return []
  const parts = name
    .split(/[·•‧・･.．]/u)
    .map(nameOf)
    .filter((part) => [...part].length >= (isHan ? 3 : 5))
  const said = [whole, ...parts]
  const hidden = isHan && length <= 4 && !/[*]/.test(whole) ? hiddenName(whole) : []
  return [
    {
      what: '姓名或者名称',
      isIn: (text) => {
        const plain = nameOf(text)
        return said.some((each) => plain.includes(each)) || hidden.some((pattern) => pattern.test(plain))
      },
    },
  ]
}

function hiddenName(whole: string): RegExp[] {
  const surname = double.exec(whole)?.[0] ?? [...whole][0] ?? ''
  const given = whole.slice(surname.length)
  const last = [...given].at(-1) ?? ''
  return [
    new RegExp(`${noSurnameAfter}${surname}(?:\\*+${last}?|${titles})`, 'u'),
    ...([...given].length >= 2 ? [new RegExp(`\\*${given}`, 'u')] : []),
  ]
}

const leastShown = 5
const leastEnd = 4

/** Also spaced, in full width, in Chinese figures, with a part hidden (138****1234), or by its end (尾号1234). */
function numberNeedle(what: string, number: string): Needle[] {
  const whole = figuresOf(number.split(/[转,，]/u)[0] ?? '').replaceAll('*', '')
  if (whole.length < leastShown) return []
  const local = /^0\d{9,11}$/.test(whole) ? [whole.slice(3), whole.slice(4)].filter((each) => each.length >= 7) : []
  const all = [whole, ...local]
  const byEnd = new RegExp(
    `(?:尾号|尾数|末|后|最后)(?:[3-8]位|为|是|数字|数|号码)*${whole.slice(-leastEnd)}(?![0-9a-z])`,
    'u',
  )
  return [
    {
      what,
      isIn: (text) => {
        const said = figuresOf(text)
        return all.some((each) => said.includes(each)) || byEnd.test(said) || showsInPart(whole, said)
      },
    },
  ]
}

/** Whether figures beside a hidden part are the beginning and the end of the number. */
function showsInPart(whole: string, said: string): boolean {
  for (const { 0: run, index } of said.matchAll(/\*+/gu)) {
    const before = said.slice(0, index)
    const after = said.slice(index + run.length)
    const head = longest(whole.length, (count) => before.endsWith(whole.slice(0, count)))
    const tail = longest(whole.length, (count) => after.startsWith(whole.slice(-count)))
    if (head + tail >= leastShown || tail >= leastEnd) return true
  }
  return false
}

function longest(most: number, fits: (count: number) => boolean): number {
  for (let count = most; count > 0; count -= 1) if (fits(count)) return count
  return 0
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

function mailNeedle(email: string): Needle[] {
  const whole = mailOf(email)
  const at = whole.lastIndexOf('@')
  if (at < 1) return []
  const local = whole.slice(0, at)
  const hidden = new RegExp(
    `${literally(local.slice(0, 1))}[^@\\s]{0,30}\\*[^@\\s]{0,30}${literally(whole.slice(at))}`,
    'u',
  )
  const said = local.length >= 6 ? local : whole
  return [{ what: '电子邮箱', isIn: (text) => mailOf(text).includes(said) || hidden.test(mailOf(text)) }]
}

const division = /^.{2,12}?(?:自治区|自治州|省|市|州|盟|地区|区|县|旗|镇|乡|街道)/u
const leastPlace = 5

/** Also without province and town, and without the flat: whoever reads street and house knows the door. */
function addressNeedle(address: string): Needle[] {
  const tails: string[] = []
  for (let rest = placeOf(address); rest.length >= leastPlace; ) {
    tails.push(rest)
    const cut = division.exec(rest)?.[0]
    if (!cut) break
    rest = rest.slice(cut.length)
  }
  const house = /^.{2,}?\d+(?:号|弄|栋|幢|巷)/u.exec(tails.at(-1) ?? '')?.[0] ?? ''
  const said = [...tails, house].filter((each) => each.length >= leastPlace && (/\d/.test(each) || each.length >= 8))
  return said.length === 0 ? [] : [{ what: '地址', isIn: (text) => said.some((each) => placeOf(text).includes(each)) }]
}
