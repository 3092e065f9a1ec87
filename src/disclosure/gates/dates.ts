import { chineseDate, chineseWeekday, isPlainDate, type PlainDate } from '../../days/plain-date.ts'
import { recordTypeOf } from '../record-type.ts'
import type { Finding } from './finding.ts'
import type { Gate } from './gate.ts'
import { type Passage, plainOf } from './passages.ts'
import { finding } from './rules.ts'

const written =
  /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?: ?[(]?(?:星期|周|礼拜)([一二三四五六日天])[)]?)?|(?<![\d.\-/])((?:19|20)\d{2})([-/])(\d{1,2})\6(\d{1,2})(?![\d\-/])/g
const numeral =
  /[二一][〇○零Oo0九][〇○零Oo0一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/g
const halfColon = /附件\d{0,3}:/g
/** Of a state up to a day: 截至; 截止 is the end of something. */
const until = /(?<=^|[,。;:(\s])截止(?=\d{4}年|\d{1,2}月|昨[日天]|上年|本月|月底)/g
/** GB/T 9704-2012 is in force since then. */
const newFormSince = '2012-07-01'

/** Days that do not exist, weekdays that do not fit, and days not written as GB/T 9704-2012 asks. */
export const writtenDateGate: Gate = ({ madeOn }, { passages, today }) =>
  passages.flatMap((passage) => [
    ...daysIn(passage, madeOn ?? today),
    ...[...plainOf(passage.text).matchAll(until)].map(({ 0: word, index, input }) =>
      finding('untilDay', passage.place, input.slice(index, index + word.length + 10)),
    ),
    ...((madeOn ?? today) >= newFormSince && !passage.place.startsWith('attachment')
      ? [
          ...[...passage.text.matchAll(numeral)].map(([day]) => finding('numeralDate', passage.place, day)),
          ...[...passage.text.matchAll(halfColon)].map(([words]) => finding('attachmentColon', passage.place, words)),
        ]
      : []),
  ])

function daysIn({ place, text }: Passage, near: PlainDate): Finding[] {
  let year = near.slice(0, 4)
  return [...plainOf(text).matchAll(written)].flatMap((found): Finding[] => {
    const [words, ofYear, month = found[7], date = found[8], weekday] = found
    const isNamed = ofYear !== undefined || found[5] !== undefined
    year = ofYear ?? found[5] ?? year
    const day = dayOf(year, month, date)
    // Without a year 2月29日 may be of any leap year.
    if (!day) return isNamed || !dayOf('2024', month, date) ? [finding('noSuchDay', place, words)] : []
    if (!weekday || chineseWeekday(day) === weekday.replace('天', '日')) return []
    return [finding('weekday', place, words, `${chineseDate(day)}是星期${chineseWeekday(day)}`)]
  })
}

function dayOf(year: string, month = '', date = ''): PlainDate | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isPlainDate(day) ? day : undefined
}

/** The days of the record against one another and against today. */
export const recordDateGate: Gate = ({ madeOn, effectiveFrom, validUntil, act, type, fields }, { today }) => {
  const said = (day: PlainDate) => chineseDate(day)
  const findings: Finding[] = []
  if (madeOn && madeOn > today) findings.push(finding('madeLater', 'madeOn', said(madeOn)))
  if (act.kind === 'correct' && act.changedOn && act.changedOn > today)
    findings.push(finding('madeLater', 'act.changedOn', said(act.changedOn), '变更日期不能晚于今天'))
  if (madeOn && effectiveFrom && effectiveFrom < madeOn)
    findings.push(finding('effectiveEarlier', 'effectiveFrom', said(effectiveFrom)))
  const since = effectiveFrom ?? madeOn
  if (since && validUntil && validUntil < since)
    findings.push(finding('daysReversed', 'validUntil', said(validUntil), '有效期在施行之前已经届满'))
  if (since && act.kind === 'repeal' && act.on && act.on < since)
    findings.push(finding('repealedBeforeEffect', 'act.on', said(act.on)))
  const days = recordTypeOf(type).fields.filter(({ kind }) => kind === 'date')
  for (const { id, label } of days) {
    const typed = fields[id]?.trim() ?? ''
    if (typed && !isPlainDate(typed)) findings.push(finding('fieldDay', `fields.${id}`, typed.slice(0, 40), label))
    else if (typed > today) findings.push(finding('fieldDay', `fields.${id}`, typed, `${label}不能晚于今天`))
  }
  return findings
}
