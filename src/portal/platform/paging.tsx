interface PagingProps {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly page: number
  readonly pageCount: number
}

/** Links to the pages before and after; nothing where there is only one. */
export function Paging({ path, query, page, pageCount }: PagingProps) {
  if (pageCount <= 1) return null
  const at = (number: number) => {
    const set = Object.entries({ ...query, page: number > 1 ? String(number) : '' }).filter(([, value]) => value !== '')
    return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`
  }
  return (
    <nav className="paging" aria-label="分页">
      {page > 1 ? (
        <a href={at(page - 1)} rel="prev">
          上一页
        </a>
      ) : null}
      <span aria-current="page">
        第{page}页，共{pageCount}页
      </span>
      {page < pageCount ? (
        <a href={at(page + 1)} rel="next">
          下一页
        </a>
      ) : null}
    </nav>
  )
}
