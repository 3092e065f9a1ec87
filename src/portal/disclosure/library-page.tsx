import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import { type Validity, validities, validityLabel, validityOn, validityReason } from '../../law/validity.ts'
import type { Organ } from '../../organs/organ.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { FollowLinks } from '../subscriptions/follow-links.tsx'
import { withQuery } from './address.ts'
import { Pager, pageSize, ValidityMark } from './record-list.tsx'
import type { NormativeEntry } from './store.ts'

interface Props {
  readonly view: View
  readonly organ: Organ
  /** Issued by `asOf`. */
  readonly entries: readonly NormativeEntry[]
  readonly asOf: PlainDate
  /** What was typed and is no day. */
  readonly wrong: { readonly text: string; readonly problem: string } | undefined
  readonly status: Validity | undefined
  /** Only the document of this number. */
  readonly number: string | undefined
  readonly page: number
  readonly today: PlainDate
}

/** Every normative document with its validity on any day, by the dates of the register. */
export function libraryPage({ view, organ, entries, asOf, wrong, status, number, page, today }: Props): string {
  const standing = entries.map((entry) => ({ entry, validity: validityOn(entry, asOf) }))
  const wanted = standing.filter(
    ({ entry, validity }) =>
      (status === undefined || validity === status) && (number === undefined || entry.documentNumber === number),
  )
  const path = addresses.library(organ)
  const dated = asOf === today ? undefined : asOf
  return renderPage({
    view,
    title: '行政规范性文件库',
    column: {
      name: '行政规范性文件库',
      description: `${organ.name}的规章和行政规范性文件，按现行有效、尚未施行、废止、失效查阅`,
      keywords: `行政规范性文件,现行有效,废止,失效,${organ.name}`,
      type: '政策文件',
    },
    feeds: [{ title: `${organ.name}：行政规范性文件库`, path }],
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>行政规范性文件库</h1>
        <DayForm path={path} asOf={asOf} wrong={wrong} status={status} />
        <ValidityFilter
          path={path}
          dated={dated}
          status={status}
          count={(each) => standing.filter(({ validity }) => each === undefined || validity === each).length}
        />
        <p className="soft line-of apart list-count">
          截至{chineseDate(asOf)}
          {status ? `${validityLabel(status)}的` : '制发的'}文件共{wanted.length}件，最近制发的在前。
          <FollowLinks view={view} page={path} feed={`${path}/feed`} />
        </p>
        {number !== undefined && (
          <p>
            只列出文号为“{number}”的文件。<a href={path}>查看全部文件</a>
          </p>
        )}
        {wanted.length === 0 ? (
          <p className="empty">没有符合条件的文件。可以换一个日期，或者查看全部文件。</p>
        ) : (
          <ul className="rows record-rows">
            {wanted.slice((page - 1) * pageSize, page * pageSize).map(({ entry, validity }) => (
              <Entry key={entry.documentNumber} organ={organ} entry={entry} validity={validity} />
            ))}
          </ul>
        )}
        <Pager path={path} parameters={{ asOf: dated, status, number }} page={page} total={wanted.length} />
      </>
    ),
  })
}

function DayForm({ path, asOf, wrong, status }: Pick<Props, 'asOf' | 'wrong' | 'status'> & { readonly path: string }) {
  return (
    <>
      <form className="filter-form" action={path} method="get" aria-label="查询某一天的有效性">
        <label htmlFor="as-of">截至日期</label>
        <input
          id="as-of"
          type="text"
          name="asOf"
          autoComplete="off"
          defaultValue={wrong?.text ?? asOf}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? 'as-of-problem' : undefined}
        />
        {status && <input type="hidden" name="status" value={status} />}
        <button className="small-button" type="submit">
          查询
        </button>
      </form>
      {wrong && (
        <p id="as-of-problem" className="empty" role="alert">
          {wrong.problem}。下面列出的是截至{chineseDate(asOf)}的情况。
        </p>
      )}
    </>
  )
}

interface FilterProps {
  readonly path: string
  /** The day that was asked for, where it is not today. */
  readonly dated: PlainDate | undefined
  readonly status: Validity | undefined
  /** How many documents have this validity; undefined: any. */
  readonly count: (validity: Validity | undefined) => number
}

function ValidityFilter({ path, dated, status, count }: FilterProps) {
  return (
    <nav className="filter" aria-label="按有效性筛选">
      <ul>
        {[undefined, ...validities.map(({ id }) => id)].map((each) => (
          <li key={each ?? 'all'}>
            <a
              href={withQuery(path, { asOf: dated, status: each })}
              aria-current={each === status ? 'true' : undefined}
            >
              {each ? validityLabel(each) : '全部'} {count(each)}件
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Entry({ organ, entry, validity }: { organ: Organ; entry: NormativeEntry; validity: Validity }) {
  const { title, documentNumber, number, issuedOn, effectiveFrom, validUntil, repealedOn, repealedBy } = entry
  return (
    <li className={number ? 'whole-row' : undefined}>
      {number ? <a href={addresses.record(organ, number)}>{title}</a> : <span className="row-title">{title}</span>}
      <p className="fine figures line-of row-facts">
        <span>{documentNumber}</span>
        <ValidityMark validity={validity} />
        <span>
          成文<time dateTime={issuedOn}>{issuedOn}</time>
        </span>
        <span>
          施行<time dateTime={effectiveFrom}>{effectiveFrom}</time>
        </span>
        {validity === 'expired' ? (
          <span>{validityReason(entry, validity)}</span>
        ) : (
          validUntil && (
            <span>
              有效期至<time dateTime={validUntil}>{validUntil}</time>
            </span>
          )
        )}
        {repealedOn && (
          <span>
            废止<time dateTime={repealedOn}>{repealedOn}</time>
            {repealedBy && `（${repealedBy}）`}
          </span>
        )}
        {!number && (
          <span>
            全文未在本平台公开：
            <a href={addresses.askFor(organ, `《${title}》（${documentNumber}）`)}>申请公开这份文件</a>
          </span>
        )}
      </p>
    </li>
  )
}
