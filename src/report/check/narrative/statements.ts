import { isGroupRow, leafRows, type ReportFormat, type Row } from '../../../law/report-format.ts'
import type { CellRef } from '../../report.ts'
import { numberPattern, unitPattern, wholeNumber } from './numerals.ts'

/** A number that the text states, and the sums of cells that it may mean; it is right when it equals any of them. */
export interface Statement {
  readonly stated: number
  readonly quote: string
  readonly readings: readonly (readonly CellRef[])[]
}

/** The sentence and clause in which a rule looks. `sentence` has no titles of documents; `topic` includes the sentence before. */
export interface Clause {
  readonly text: string
  readonly sentence: string
  readonly topic: string
  readonly isAfterPartition: boolean
}

const N = `(?:共计|共有|合计|总计|共|为|有|是|:|了)?${numberPattern}${unitPattern}`
const total = (row: string): CellRef => ({ table: 'requests', row, column: 'total' })
const proactive = (row: string, column: string): CellRef => ({ table: 'proactive', row, column })
const remedyTotal = (row: string): CellRef => ({ table: 'remedies', row, column: 'total' })
const remedyParts = (row: string): CellRef[] =>
  ['upheld', 'corrected', 'otherResult', 'pending'].map((column) => ({ table: 'remedies', row, column }))

function state(clause: Clause, pattern: RegExp, readings: Statement['readings']): Statement[] {
  const match = pattern.exec(clause.text)
  const stated = match ? wholeNumber(match[1] ?? '') : undefined
  return stated === undefined ? [] : [{ stated, quote: clause.text, readings }]
}

const aboutRequests = /信息公开|依申请|公开(政府)?信息|公开申请/
/** What came in by one channel, or to one office, is a part of the whole. */
const onePart =
  /网上|网络|线上|在线|信函|信件|邮寄|邮件|邮箱|当面|现场|窗口|传真|平台|网站|渠道|本级|直属|下属|其中|补正|更正|撤|减免/
const remedyWords = /复议|诉讼|起诉|应诉/
const onlyNumber = new RegExp(`${numberPattern}${unitPattern}`, 'g')

/** 收到、受理 …申请 N 件: what came in; with the carried-over ones where the text counts them together. */
function received(clause: Clause): Statement[] {
  const { text, topic } = clause
  if (clause.isAfterPartition || onePart.test(text) || remedyWords.test(text) || /结转|按时|答复|回复/.test(text))
    return []
  if (!aboutRequests.test(text) && !(/申请/.test(text) && aboutRequests.test(topic))) return []
  if ([...text.matchAll(onlyNumber)].length > 1) return []
  const object = '[^\\d]{0,40}?(?:申请|依申请公开(?:政府信息|信息|事项)?)(?:数量|的?政府信息|公开)?'
  const fresh = [total('newReceived')]
  const withOld = [total('newReceived'), total('carriedOver')]
  if (/新收/.test(text)) return state(clause, new RegExp(`新收${object}${N}`), [fresh])
  const seen = state(clause, new RegExp(`(?:收到|受理|接收|接到|收悉)${object}${N}`), [fresh, withOld])
  if (seen.length > 0) return seen
  return state(clause, new RegExp(`(?:办理|办结)${object}${N}`), [fresh, withOld, [total('resultsTotal')]])
}

/** 未收到…申请: none came in. */
function receivedNothing(clause: Clause): Statement[] {
  const { text } = clause
  if (onePart.test(text) || remedyWords.test(text) || /投诉|举报|结转|收费/.test(text) || !aboutRequests.test(text))
    return []
  const none =
    /(?:未|没有|无)(?:收到|接到|受理|收取|接收|接受)[^\d]{0,30}?(?:申请(?!人|表|书|公开的?意见)|依申请公开)|无依申请公开(?:政府信息)?(?:事项|申请|情况|件)|没有依申请公开事项/
  return none.test(text) ? [{ stated: 0, quote: text, readings: [[total('newReceived')]] }] : []
}

function carried(clause: Clause): Statement[] {
  if (!/申请|依申请/.test(clause.topic) || remedyWords.test(clause.text) || onePart.test(clause.text)) return []
  const { text } = clause
  return [
    ...state(
      { ...clause, text },
      new RegExp(`(?:上一?年度?结转|结转上一?年度?)(?:的|办理|政府信息公开|申请|数量)*${N}`),
      [[total('carriedOver')]],
    ),
    ...state(
      { ...clause, text },
      new RegExp(`结转(?:至|到)?下一?年度?(?:继续)?(?:办理|处理|答复)?(?:的|政府信息公开|申请|数量)*${N}`),
      [[total('carriedForward')]],
    ),
    ...state({ ...clause, text }, new RegExp(`${numberPattern}(?:件|宗|条)(?:申请)?结转(?:至|到)?下一?年度?`), [
      [total('carriedForward')],
    ]),
  ]
}

const core = (label: string): string =>
  label
    .replace(/^（[一二三四五六七]）|^\d\./, '')
    .replace(/（.*$/, '')
    .replace(/[“”]/g, '"?')

const everyRow = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => [row, ...(isGroupRow(row) ? everyRow(row.rows) : [])])

/** 予以公开 N 件, 不予公开 N 件, 本机关不掌握相关政府信息 N 件 …: every result by its printed label. */
function results(format: ReportFormat): (clause: Clause) => Statement[] {
  const results = format.requests.rows.filter(isGroupRow).flatMap(({ rows }) => rows)
  const rules = everyRow(results)
    .filter(({ id }) => id !== 'resultsTotal' && id !== 'other.otherMisc')
    .map((row) => ({
      pattern: new RegExp(`(?<!主动)(?<![及和或与、/])${core(row.label)}(?:的)?${N}`),
      readings: [(isGroupRow(row) ? leafRows(row.rows) : [row]).map(({ id }) => total(id))],
    }))
  return (clause) => {
    if (!/申请/.test(clause.topic) || /建议|提案|投诉|热线|留言|信箱/.test(clause.sentence)) return []
    if (remedyWords.test(clause.text)) return []
    return rules.flatMap(({ pattern, readings }) => state(clause, pattern, readings))
  }
}

const suits = (cells: (row: string) => CellRef[]) => [...cells('suitDirect'), ...cells('suitAfterReview')]
const reviewReadings = [[remedyTotal('review')], remedyParts('review')]
const suitReadings = [suits((row) => [remedyTotal(row)]), suits(remedyParts)]

/** 行政复议 N 件, 行政诉讼 N 件 caused by disclosure work; cases that the organ itself hears are another matter. */
function remedies(clause: Clause): Statement[] {
  const { text, sentence } = clause
  if (!/信息公开|公开信息|依申请|公开申请|公开答复/.test(sentence) || /审理|化解|调解|立案|出庭|培训/.test(sentence))
    return []
  if (/败诉|纠错|纠正|撤销|违法|维持|驳回|审结|上年|去年|其他|未结/.test(text)) return []
  const noun = '(?:案件|申请|情况|案)?(?:发生|产生)?'
  const none = /(?:未|没有|无|不存在)(?:因|有|发生|产生|出现|收到|引起|引发|涉及|被|提起|政府信息公开|关于|申请)/.test(
    text,
  )
  const alone = '(?<!复议[及和或与、])'
  return [
    ...state(clause, new RegExp(`行政复议${noun}${N}`), reviewReadings),
    ...state(clause, new RegExp(`${alone}(?:行政诉讼|^诉讼)${noun}${N}`), suitReadings),
    ...(none && !/\d/.test(text) && /复议/.test(text) ? [{ stated: 0, quote: text, readings: reviewReadings }] : []),
    ...(none && !/\d/.test(text) && /诉讼/.test(text) ? [{ stated: 0, quote: text, readings: suitReadings }] : []),
  ]
}

/** 制发、废止、现行有效的规范性文件 N 件; documents published, reviewed or filed are not those made. */
function documents(clause: Clause): Statement[] {
  const { text, sentence } = clause
  if (!/规范性文件/.test(sentence)) return []
  if (/名义|本级|政府办|部门|备案|审查|起草|代拟|联合|配合|解读|市政府|县政府|区政府|省政府|网站|失效/.test(text))
    return []
  const noun = '(?:的)?(?:行政)?(?:规范性)?(?:文件)?'
  const made = '(?:制发|制定|出台|印发)(?:发布|印发|出台)?'
  const cell = (column: string) => [[proactive('normativeDocuments', column)]]
  return [
    ...state(
      clause,
      new RegExp(
        `(?:^(?:本年度?|全年|今年|20\\d\\d年)?(?:我局|我镇|我区|我县|全区|全县|全市|共|新)*|新|共)${made}${noun}${N}`,
      ),
      cell('issuedThisYear'),
    ),
    ...state(clause, new RegExp(`(?<!继续|拟)(?<!宣布)废止(?:和宣布失效)?${noun}${N}`), cell('repealedThisYear')),
    ...state(clause, new RegExp(`现行有效${noun}${N}`), cell('inForce')),
  ]
}

/** 制发、废止、现行有效规章 N 件: only with the noun spelt out, for documents are often told of in the same sentence. */
function rulesMade(clause: Clause): Statement[] {
  if (/部门规章|备案|审查|起草|规章制度|失效|解读/.test(clause.text)) return []
  const verbs = { issuedThisYear: '(?:制发|制定|出台)', repealedThisYear: '(?<!宣布)废止', inForce: '现行有效的?' }
  return Object.entries(verbs).flatMap(([column, verb]) =>
    state(clause, new RegExp(`${verb}(?:政府)?规章${N}`), [[proactive('rules', column)]]),
  )
}

const decisionRows = { 行政许可: 'licensing', 行政处罚: 'penalty', 行政强制: 'compulsion' } as const

/** 作出行政处罚决定 N 件: all decisions of the year; items published and shares of one field are not compared. */
function decisions(clause: Clause): Statement[] {
  const { text } = clause
  if (/公示|公开|发布|信息|信用|归集|上传|推送|涉企|其中|一般程序|简易程序|重大|类|领域/.test(text)) return []
  return Object.entries(decisionRows).flatMap(([label, row]) =>
    state(clause, new RegExp(`(?:作出|做出|下达)(?:了|各类|各项|的)?${label}(?:处理)?(?:决定书?)?(?:数量)?${N}`), [
      [proactive(row, 'decisions')],
    ]),
  )
}

/** Every statement that a clause makes about a cell of the tables. */
export function statementsIn(format: ReportFormat): (clause: Clause) => Statement[] {
  const rules = [
    received,
    receivedNothing,
    carried,
    results(format),
    remedies,
    decisions,
    ...(format.id === '2021' ? [documents, rulesMade] : []),
  ]
  return (clause) => rules.flatMap((rule) => rule(clause))
}
