import { chineseDate, officeDayOf } from '../../../days/plain-date.ts'
import { type Content, disclosureAttributes, issuerLabel, originalities } from '../../../disclosure/content.ts'
import { recordTypeOf } from '../../../disclosure/record-type.ts'
import { art20Items } from '../../../law/scope.ts'
import { dayIn, plainTyped } from '../../fields/typed-day.ts'

const labelIn = (choices: readonly { readonly id: string; readonly label: string }[], id: string) =>
  choices.find((choice) => choice.id === id)?.label ?? id

/** A line of the head: its place as `Place` knows it, its name, what it says. */
type Row = readonly [place: string, name: string, value: string]

function allRows(content: Content, { columnName, indexNumber, publishedAt }: Given): Row[] {
  const type = recordTypeOf(content.type)
  // A text that is being written may hold what is no day yet: it stands here as it was typed.
  const day = (value: Content['madeOn']) => {
    const read = dayIn(value)
    return read ? chineseDate(read) : plainTyped(value ?? '')
  }
  const item = art20Items.find((each) => each.item === content.art20Item)
  return [
    ['indexNumber', '索引号', indexNumber || '（首次发布时编号）'],
    ['subjectCategory', '主题分类', content.subjectCategory],
    ['issuingOrgan', issuerLabel(content), content.issuingOrgan],
    ['madeOn', '成文日期', day(content.madeOn)],
    ['documentNumber', '文号', content.documentNumber],
    ['publishedAt', '发布日期', publishedAt ? chineseDate(officeDayOf(publishedAt)) : '（发布时填写）'],
    ['effectiveFrom', '施行日期', day(content.effectiveFrom)],
    ['validUntil', '有效期至', day(content.validUntil)],
    ['columnId', '栏目', columnName],
    ['genre', '体裁', content.genre],
    ...type.fields.map(({ id, label }): Row => [`fields.${id}`, label, content.fields[id] ?? '']),
    ['keywords', '关键词', content.keywords.join('、')],
    ['art20Item', '条例第二十条事项', item ? `第${item.item}项 ${item.content}` : ''],
    [
      'attribute',
      '公开属性',
      [labelIn(disclosureAttributes, content.attribute), content.attributeReason].filter(Boolean).join('：'),
    ],
    [
      'originality',
      '来源',
      [labelIn(originalities, content.originality), content.sourceName, content.sourceUrl].filter(Boolean).join(' · '),
    ],
    ['summary', '内容概述', content.summary],
  ]
}

/** Shown although nothing is filled in. */
const always = ['indexNumber', 'issuingOrgan', 'madeOn', 'publishedAt', 'columnId', 'attribute']

/** What a record is given that is not typed: the name of its column, its number, the instant at which it came out. */
interface Given {
  readonly columnName: string
  /** Empty until it is published. */
  readonly indexNumber: string
  readonly publishedAt: string | null
}

/** The head of a record as the public reads it: what is filled in, and what no head may lack. */
export const headRows = (content: Content, given: Given): Row[] =>
  allRows(content, given).filter(([place, , value]) => value !== '' || always.includes(place))
