import type { Organ } from '../../organs/organ.ts'
import {
  audiences,
  type CatalogueItem,
  disclosureLevels,
  disclosureWays,
  labelIn,
} from '../../platform/catalogue/item.ts'
import { catalogue } from '../columns.ts'
import { Pager } from '../disclosure/record-list.tsx'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'

/** What somebody looks for has no more signs. */
export const longestWords = 100

export interface CatalogueWish {
  readonly q: string
  readonly column: string
  readonly page: number
}

interface CataloguePageProps {
  readonly view: View
  readonly organ: Organ
  readonly items: readonly CatalogueItem[]
  readonly total: number
  readonly pageSize: number
  readonly columns: readonly { readonly id: string; readonly name: string }[]
  readonly wish: CatalogueWish
}

/** 公开事项目录: what the organ discloses, on what ground, within what time, where and to whom. */
export function cataloguePage({ view, organ, items, total, pageSize, columns, wish }: CataloguePageProps): string {
  const column = catalogue(organ.name)
  const isNarrowed = wish.q !== '' || wish.column !== ''
  const isTooLong = [...wish.q].length > longestWords
  return renderPage({
    view,
    title: `${organ.name}${column.name}`,
    shortTitle: column.name,
    column,
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>{column.name}</h1>
        <p className="reading">
          本机关公开事项的内容、依据、时限、主体、渠道、对象和方式。已经公开的信息见
          <a href={addresses.recordCatalogue(organ)}>政府信息公开目录</a>。
        </p>
        {total > 0 || isNarrowed ? <SearchForm organ={organ} columns={columns} wish={wish} /> : null}
        {isTooLong ? (
          <p className="empty" role="alert">
            查找的文字最多{longestWords}个字，现有{[...wish.q].length}个字，没有查找。请删减后再查，或者
            <a href={addresses.catalogue(organ)}>查看全部</a>。
          </p>
        ) : total === 0 ? (
          <Empty isNarrowed={isNarrowed} organ={organ} />
        ) : (
          <>
            <div className="line-of apart catalogue-bar">
              <p role="status">{isNarrowed ? `找到${total}项` : `共${total}项`}</p>
              <p>
                <a href={addresses.catalogueFile(organ)}>下载全部（Excel）</a>
              </p>
            </div>
            <p className="scroll-hint catalogue-hint">表格较宽，可以左右滚动。</p>
            <Items items={items} />
            <Pager
              path={addresses.catalogue(organ)}
              parameters={{ q: wish.q, column: wish.column }}
              page={wish.page}
              total={total}
              size={pageSize}
            />
          </>
        )}
      </>
    ),
  })
}

function SearchForm({ organ, columns, wish }: Pick<CataloguePageProps, 'organ' | 'columns' | 'wish'>) {
  return (
    <search>
      <form className="catalogue-search" action={addresses.catalogue(organ)} method="get">
        <div>
          <label htmlFor="q">查找</label>
          <input id="q" name="q" type="search" defaultValue={wish.q} />
        </div>
        {columns.length > 0 ? (
          <div>
            <label htmlFor="column">栏目</label>
            <select id="column" name="column" defaultValue={wish.column}>
              <option value="">全部栏目</option>
              {columns.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <button className="button" type="submit">
          查找
        </button>
      </form>
    </search>
  )
}

function Empty({ isNarrowed, organ }: { isNarrowed: boolean; organ: Organ }) {
  if (!isNarrowed)
    return <p>{organ.name}尚未在本网站公布公开事项目录。请与本机关政府信息公开工作机构联系，联系方式见页面下方。</p>
  return (
    <p>
      没有找到符合条件的公开事项。请换一个词语，或者<a href={addresses.catalogue(organ)}>查看全部</a>。
    </p>
  )
}

const headers = [
  '二级事项',
  '公开内容',
  '公开依据',
  '公开时限',
  '公开主体',
  '渠道和载体',
  '对象',
  '方式',
  '层级',
  '栏目',
]

/** The items by their first level; the table scrolls in its frame, its first column stays. */
function Items({ items }: { items: readonly CatalogueItem[] }) {
  const groups = [...Map.groupBy(items, ({ firstItem }) => firstItem)]
  return (
    // A frame that scrolls must be reached by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="catalogue-frame scrolling" aria-label="公开事项目录，可以左右滚动" tabIndex={0}>
      <table className="ruled-table catalogue-table">
        <caption className="unseen">公开事项目录</caption>
        <thead>
          <tr>
            <th scope="col" className="catalogue-number">
              序号
            </th>
            {headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(([first, its]) => (
          <tbody key={first}>
            <tr className="catalogue-first">
              <th scope="rowgroup" colSpan={headers.length + 1}>
                <span>{first}</span>
              </th>
            </tr>
            {its.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Row({ item }: { item: CatalogueItem }) {
  return (
    <tr id={`i${item.position}`}>
      <td className="catalogue-number">{item.position}</td>
      <th scope="row">{item.secondItem || item.firstItem}</th>
      <td className="catalogue-long">{item.content}</td>
      <td className="catalogue-long">{item.basis}</td>
      <td>{item.timeLimit}</td>
      <td>{item.responsibleOrgan}</td>
      <td>{item.channels}</td>
      <td>{labelIn(audiences, item.audience)}</td>
      <td>{labelIn(disclosureWays, item.way)}</td>
      <td>{labelIn(disclosureLevels, item.level)}</td>
      <td>{item.columnName ?? '—'}</td>
    </tr>
  )
}
