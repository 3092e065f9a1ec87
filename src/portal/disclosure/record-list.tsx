import { chineseDate, officeDay, type PlainDate } from '../../days/plain-date.ts'
import type { ListedRecord } from '../../disclosure/store/public.ts'
import { hasValidity } from '../../disclosure/validity.ts'
import { type Ending, type Validity, validityLabel, validityOn, validityReason } from '../../law/validity.ts'
import type { Organ } from '../../organs/organ.ts'
import { addresses } from '../site.ts'
import { withQuery } from './address.ts'

/** 有效性 as a word with a shape, so that no colour is needed to tell. */
export function ValidityMark({ validity }: { validity: Validity }) {
  return <span className={`validity ${validity}`}>{validityLabel(validity)}</span>
}

/** 有效性 with since when and why, where it is not simply in force. */
export function ValidityFacts({ of, validity }: { of: Ending; validity: Validity | undefined }) {
  const reason = validity && validityReason(of, validity)
  return (
    <>
      {validity && <ValidityMark validity={validity} />}
      {reason && <span>{reason}</span>}
    </>
  )
}

/** The validity of a record on the day; undefined for what has none. */
export const validityOf = (record: ListedRecord, today: PlainDate): Validity | undefined =>
  hasValidity(record.type, record) ? validityOn(record, today) : undefined

interface RowsProps {
  readonly records: readonly ListedRecord[]
  readonly organOf: (id: number) => Organ | undefined
  readonly today: PlainDate
  /** Whether to say of each whose it is. */
  readonly isMixed?: boolean
}

/** A list: title, 文号, validity and the visible day of publication (国办秘函〔2019〕19号). */
export function RecordRows({ records, organOf, today, isMixed = false }: RowsProps) {
  return (
    <ul className="rows record-rows">
      {records.map((record) => {
        const organ = organOf(record.organId)
        if (!organ) return null
        const { number, title, documentNumber, firstPublishedAt, isOnTop } = record
        const validity = validityOf(record, today)
        const day = officeDay(firstPublishedAt)
        return (
          <li key={`${record.organId} ${number}`} className="whole-row">
            <a href={addresses.record(organ, number)}>{title}</a>
            <time dateTime={day} title={`发布日期：${chineseDate(day)}`}>
              {day}
            </time>
            {(isMixed || documentNumber || validity || isOnTop) && (
              <p className="fine figures line-of row-facts">
                {isOnTop && <span className="validity onTop">置顶</span>}
                {isMixed && <span>{organ.name}</span>}
                {documentNumber && <span>{documentNumber}</span>}
                <ValidityFacts of={record} validity={validity} />
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

export const pageSize = 20

/** What stands in the place of a list that has no such page: how many there are. Undefined where it has. */
export function noSuchPage(page: number, total: number, size = pageSize): string | undefined {
  const last = Math.ceil(total / size)
  return total > 0 && page > last ? `没有第${page}页：共${total}条，分${last}页` : undefined
}

interface PagerProps {
  readonly path: string
  readonly parameters: Readonly<Record<string, string | number | undefined>>
  readonly page: number
  readonly total: number
  /** So many on a page. */
  readonly size?: number
}

/** To the first, the neighbouring and the last pages. */
export function Pager({ path, parameters, page, total, size = pageSize }: PagerProps) {
  const last = Math.ceil(total / size)
  if (last <= 1) return null
  const at = (wanted: number) => withQuery(path, { ...parameters, page: wanted > 1 ? wanted : undefined })
  const near = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, last])].filter(
    (each) => each >= 1 && each <= last,
  )
  return (
    <nav className="pager" aria-label="分页">
      {page > 1 && (
        <a rel="prev" href={at(Math.min(page - 1, last))}>
          上一页
        </a>
      )}
      <ul>
        {near.map((each, index) => (
          <li key={each} className={each - (near[index - 1] ?? each) > 1 ? 'after-gap' : undefined}>
            {each === page ? (
              <span aria-current="page">{each}</span>
            ) : (
              <a href={at(each)} aria-label={`第${each}页`}>
                {each}
              </a>
            )}
          </li>
        ))}
      </ul>
      {page < last && (
        <a rel="next" href={at(page + 1)}>
          下一页
        </a>
      )}
    </nav>
  )
}
