import type { Finding } from './finding.ts'
import type { WordsGate } from './gate.ts'
import { type Passage, plainOf } from './passages.ts'
import { isPersonName, personName, personsNamedIn, withoutGivenName } from './persons.ts'
import { finding, type GateId } from './rules.ts'

const disability =
  '(?:肢体|视力|听力|言语|智力|精神|多重)(?:\\p{Script=Han}{0,2})残疾|[一二三四1-4]级(?:\\p{Script=Han}{0,2})残疾|残疾(?:等级|级别|程度|类别)?[为是:]? ?[一二三四1-4]级'
const illness =
  '患(?:有|了|上)?\\p{Script=Han}{0,10}(?:病|癌|瘤|症|炎|梗|卒中|中风|结石|结核|硬化|障碍|衰竭|瘫|综合征|骨折)|(?<=[,、 (][现曾因]?)患(?![者儿难处])|确诊|诊断为|尿毒症|白血病|艾滋病|恶性肿瘤|精神分裂|抑郁症'
const saysHealth = new RegExp(`${illness}|${disability}`, 'u')
const saysIncome = /(?:月|年|人均|家庭)(?:均|人均)?(?:总|纯)?(?:可支配|工资)?收入(?:为|约|仅|共计|不足)?:? ?\d/
/** `张三患有…`: a name at the head of a clause, and 患者, 患儿, 患处 are something else. */
const ill = new RegExp(`(?<=^|[\\s,。;:、(])${personName}(?=(?:因)?(?:患有?(?![者儿难处病])|罹患|确诊))`, 'gu')
const notNames = /[病血压炎癌人员群体者]|[隐水忧医后祸内外]$/
const born = new RegExp(
  `(?<=^|[\\s,。;:、(])(?:\\p{Script=Han}{0,6}(?:人|生|民|同志|姓名)[: ]?)?${personName}[(, ][^。;\\n]{0,24}?(?:19|20)\\d{2}(?:年\\d{1,2}月\\d{1,2}日|[-./]\\d{1,2}[-./]\\d{1,2})(?:出生|生(?![效产活日]))`,
  'gu',
)
/** How far behind a name what is said of it stands. */
const reach = 60

/** What a sentence says of somebody whom it names: illness or disability, income, the day of birth. */
export const circumstanceGate: WordsGate = (_content, { passages }) => [
  ...passages.flatMap(inSentences),
  ...inTables(passages),
]

function inSentences({ place, text }: Passage): Finding[] {
  const plain = plainOf(text)
  const patients = [...plain.matchAll(ill)].flatMap(({ 0: words, index }) =>
    notNames.test(words.slice(1)) ? [] : [{ words, at: index }],
  )
  const told = (gate: GateId, words: string) => finding(gate, place, withoutGivenName(words))
  const ofPersons = [...personsNamedIn(plain), ...patients].flatMap(({ words, at }) => {
    const rest = /^[^。;\n]*/.exec(plain.slice(at + words.length, at + words.length + reach))?.[0] ?? ''
    return [
      ...(saysHealth.test(rest) || /^(?:患者|病人|残疾人)/.test(words) ? [told('health', words)] : []),
      ...(saysIncome.test(rest) ? [told('income', words)] : []),
    ]
  })
  const births = [...plain.matchAll(born)].map(([words]) =>
    told('birthDate', new RegExp(`^.*?${personName}(?=[(, ])`, 'u').exec(words)?.[0] ?? ''),
  )
  return [...ofPersons, ...births]
}

const columns: readonly (readonly [GateId, RegExp])[] = [
  ['health', /残疾(?:类别|等级|类型|情况|证)|病种|病情|患病|疾病|诊断|健康状况/],
  ['income', /收入/],
  ['birthDate', /^(?:出生日期|出生年月日|生日)$/],
]
const fullDay = /\d{4}(?:年\d{1,2}月\d{1,2}日?|[-./]\d{1,2}[-./]\d{1,2}|\d{4}$)/

/** Rows of a list below a head with names and such a column; an empty form is none. */
function inTables(passages: readonly Passage[]): Finding[] {
  const lines = passages.flatMap(({ place, text }) =>
    text.split('\n').map((line) => ({ place, cells: line.includes('\t') ? plainOf(line).split('\t') : [] })),
  )
  let head: readonly string[] = []
  return lines.flatMap(({ place, cells }): Finding[] => {
    const isHead = cells.some((cell) => /^(?:\p{Script=Han}{0,4})?姓 *名$/u.test(cell.trim()))
    if (isHead || cells.length === 0) {
      head = isHead ? cells.map((cell) => cell.trim()) : []
      return []
    }
    const name = cells[head.findIndex((cell) => /姓 *名$/.test(cell))] ?? ''
    if (!isPersonName(name)) return []
    return columns.flatMap(([gate, title]) => {
      const cell = cells[head.findIndex((each) => title.test(each))]?.trim() ?? ''
      const isTold = gate === 'birthDate' ? fullDay.test(cell) : cell !== '' && !/^[无否正常健康良好—-]+$/.test(cell)
      return isTold ? [finding(gate, place, withoutGivenName(name.trim()))] : []
    })
  })
}
