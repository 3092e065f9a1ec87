import { chineseDate, officeDayOf } from '../../../days/plain-date.ts'
import { type Content, disclosureAttributes, originalities } from '../../../disclosure/content.ts'
import { recordTypeOf } from '../../../disclosure/record-type.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { art20Items } from '../../../law/scope.ts'
import { dayIn, plainTyped } from '../../fields/typed-day.ts'
import { useColumns } from '../edit/use-columns.ts'
import { placeId } from '../place.tsx'

const labelIn = (choices: readonly { readonly id: string; readonly label: string }[], id: string) =>
  choices.find((choice) => choice.id === id)?.label ?? id

type Row = readonly [place: string, name: string, value: string]

function rowsOf(content: Content, columnName: string, indexNumber: string, publishedAt: string | null): Row[] {
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
    ['issuingOrgan', '发文机关', content.issuingOrgan],
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

const always = ['indexNumber', 'issuingOrgan', 'madeOn', 'publishedAt', 'columnId', 'attribute']

/** The table of a record's head; a wide value takes a line of its own. */
export function HeadTable({ view }: { view: RecordView }) {
  const { nameOf } = useColumns()
  const { content, published, publishedAt } = view
  const rows = rowsOf(content, nameOf(content.columnId), published?.indexNumber ?? '', publishedAt).filter(
    ([place, , value]) => value !== '' || always.includes(place),
  )
  return (
    <dl className="head-table">
      {rows.map(([place, name, value]) => (
        <div key={place} data-wide={value.length > 24} id={placeId(place)} tabIndex={-1}>
          <dt>{name}</dt>
          <dd>{value || '—'}</dd>
        </div>
      ))}
    </dl>
  )
}
