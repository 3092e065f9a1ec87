import type { ReactNode } from 'react'
import { chineseDate, isPlainDate, officeDay, type PlainDate } from '../../days/plain-date.ts'
import { disclosureAttributes, issuerLabel } from '../../disclosure/content.ts'
import { recordTypeOf } from '../../disclosure/record-type.ts'
import type { PublicRecord } from '../../disclosure/store/public.ts'
import type { Validity } from '../../law/validity.ts'
import { plainTextOf } from '../../text/plain.ts'
import { type HeadLine, HeadTable } from './head-table.tsx'
import { ValidityFacts, ValidityMark, validityOf } from './record-list.tsx'

const day = (date: PlainDate | null): string => (date ? chineseDate(date) : '')

/** What the head table says beside 有效性, in the official order; what a record does not have is left out. */
export function headLines({
  content,
  indexNumber,
  repealedOn,
  firstPublishedAt,
}: PublicRecord): (HeadLine & { readonly value: string })[] {
  const type = recordTypeOf(content.type)
  const isDocument = content.documentNumber !== ''
  const extra = type.fields.map(({ id, label, kind }) => {
    const value = content.fields[id] ?? ''
    return { name: label, value: kind === 'date' && isPlainDate(value) ? chineseDate(value) : value }
  })
  const lines: (HeadLine & { readonly value: string })[] = [
    { name: '索引号', value: indexNumber },
    { name: '主题分类', value: content.subjectCategory },
    { name: issuerLabel(content), value: content.issuingOrgan },
    { name: '成文日期', value: day(content.madeOn) },
    { name: isDocument ? '标题' : '名称', value: content.title, isWide: true },
    { name: '发文字号', value: content.documentNumber },
    { name: '发布日期', value: day(officeDay(firstPublishedAt)) },
    { name: '体裁分类', value: content.genre === '其他' ? '' : content.genre },
    { name: '公开方式', value: disclosureAttributes.find(({ id }) => id === content.attribute)?.label ?? '' },
    { name: '施行日期', value: day(content.effectiveFrom) },
    { name: '有效期至', value: day(content.validUntil) },
    { name: '废止日期', value: day(repealedOn) },
    ...extra,
    { name: '关键词', value: content.keywords.join('　') },
    { name: '内容概述', value: content.summary, isWide: true },
  ]
  return lines.filter(({ value }) => value.trim() !== '')
}

/** From where it was taken over, and the address of the original, empty where there is none; undefined of our own. */
export function sourceOf({ content }: Pick<PublicRecord, 'content'>) {
  const { originality, sourceName: name, sourceUrl } = content
  if (originality !== 'repost' || name === '') return undefined
  return { name, href: /^https?:\/\//i.test(sourceUrl) ? sourceUrl : '' }
}

function Source({ name, href }: NonNullable<ReturnType<typeof sourceOf>>): ReactNode {
  return href ? (
    <a href={href} rel="noopener nofollow">
      {name}
    </a>
  ) : (
    name
  )
}

/** The other days stand in lines of their own; the first day after its term does not. */
function Standing({ record, validity }: { record: PublicRecord; validity: Validity }) {
  return validity === 'expired' ? (
    <ValidityFacts of={record} validity={validity} />
  ) : (
    <ValidityMark validity={validity} />
  )
}

/** Whether the page says it anyway: in its title, by standing in public, or in the text. */
function isSaidElsewhere({ content }: PublicRecord): (line: { readonly name: string }) => boolean {
  const text = plainTextOf(content.text)
  const inText = recordTypeOf(content.type).fields.flatMap(({ id, label }) => {
    const value = content.fields[id]?.trim() ?? ''
    return text.includes(value) || (isPlainDate(value) && text.includes(chineseDate(value))) ? [label] : []
  })
  const always = ['标题', '名称', ...(content.attribute === 'proactive' ? ['公开方式'] : [])]
  return ({ name }) => always.includes(name) || inText.includes(name)
}

/** The official head table without what the page says anyway; on a phone folded under its most wanted lines. */
export function RecordHead({ record, today }: { record: PublicRecord; today: PlainDate }) {
  const validity = validityOf(record, today)
  const isSaid = isSaidElsewhere(record)
  const lines = headLines(record).filter((line) => !isSaid(line))
  const at = lines.findIndex(({ name }) => name === '发布日期') + 1
  const source = sourceOf(record)
  const all: HeadLine[] = [
    ...lines.slice(0, at),
    ...(validity ? [{ name: '有效性', value: <Standing record={record} validity={validity} /> }] : []),
    ...(source ? [{ name: '来源', value: <Source {...source} /> }] : []),
    ...lines.slice(at),
  ]
  return (
    <>
      <p className="fine figures line-of head-facts">
        {record.content.documentNumber && <span>{record.content.documentNumber}</span>}
        {source && (
          <span>
            来源：
            <Source {...source} />
          </span>
        )}
        {validity && <ValidityMark validity={validity} />}
        <span>{day(officeDay(record.firstPublishedAt))}发布</span>
      </p>
      <details className="head-fold">
        <summary>信息要素</summary>
        <HeadTable label="信息要素" lines={all} />
      </details>
    </>
  )
}
