import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Spin } from 'antd'
import { useEffect, useState } from 'react'
import type { FilingView } from '../../report/filing/filing-view.ts'
import type { OriginalPages as OriginalPagesFound } from '../../report/filing/original.ts'
import { placeKey } from '../../report/read/table-pages.ts'
import type { CellRef } from '../../report/report.ts'
import { PagePictures } from '../pages/page-pictures.tsx'
import { filings, filingsKey, originalOf, pageOf } from './filing-api.ts'

type Original = NonNullable<FilingView['original']>
type Line = Original['lines'][number]

interface Props {
  readonly view: FilingView
  readonly original: Original
  /** The cell that somebody is at: the page comes up where it stands. */
  readonly opened?: CellRef | null
}

/** A file that was received, beside the sheet: its pages as pictures where it has pages, otherwise as it was read. */
export function OriginalPart({ view, original, opened = null }: Props) {
  const { year, filer } = view
  const pages = useQuery({
    queryKey: [...filingsKey, year, filer.id, 'pages', original.sha256],
    queryFn: () => filings.pages(year, filer.id),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const [looks, look] = useState<'pages' | 'words'>('pages')
  if (pages.isPending)
    return (
      <section className="panel original" aria-label={`原件：${original.fileName}`}>
        <p role="status">
          <Spin size="small" /> 正在打开原件……
        </p>
      </section>
    )
  const hasPages = pages.data !== undefined && pages.data.sizes.length > 0
  return (
    <section className="panel original" aria-label={`原件：${original.fileName}`}>
      {pages.error ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={pages.error.message}
          action={<Download year={year} filer={filer.id} />}
        />
      ) : null}
      {hasPages && looks === 'pages' ? (
        <OriginalPages view={view} pages={pages.data} opened={opened} onWords={() => look('words')} />
      ) : (
        <>
          {hasPages ? (
            <Button size="small" className="gap-below" onClick={() => look('pages')}>
              看原件页面
            </Button>
          ) : null}
          <OriginalLines original={original} />
        </>
      )}
    </section>
  )
}

const Download = ({ year, filer }: { year: number; filer: string }) => <a href={originalOf(year, filer)}>下载原件</a>

interface PagesProps extends Pick<Props, 'view'> {
  readonly pages: OriginalPagesFound
  readonly opened: CellRef | null
  readonly onWords: () => void
}

/** Whoever turns the pages by hand stays there, until another row is looked at. */
function OriginalPages({ view: { year, filer, original }, pages: { sizes, rows }, opened, onWords }: PagesProps) {
  const key = opened ? placeKey(opened) : ''
  const [turned, turn] = useState<{ readonly page: number; readonly key: string } | null>(null)
  const [left, leave] = useState(0)
  const page = turned?.key === key ? turned.page : (rows[key] ?? left)
  // Of a row that stands nowhere for certain the page stays that one looked at.
  useEffect(() => leave(page), [page])
  return (
    <PagePictures
      key={original?.sha256}
      file={original?.sha256 ?? ''}
      name="原件"
      sizes={sizes}
      page={page}
      onPage={(to) => turn({ page: to, key })}
      addressOf={(number, pixels) => pageOf(year, filer.id, number, pixels)}
      tools={
        <Button size="small" type="text" onClick={onWords}>
          看读出的文字
        </Button>
      }
      download={<Download year={year} filer={filer.id} />}
    />
  )
}

/** What stands in it, line by line as the reader saw it: tables as tables, the rest as paragraphs. */
function OriginalLines({ original: { fileName, lines } }: { original: Original }) {
  if (lines.length === 0) return <p className="quiet">这份原件不能逐行显示，请下载后对照。</p>
  return (
    <>
      <p className="quiet gap-below">{`按内容重排，不是原件版面（${fileName}）；数字照原件。`}</p>
      {blocksOf(lines.map(asRow)).map(({ isTable, rows }, at) =>
        isTable ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the original does not change
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its frame is moved with the keyboard, too
          <section key={at} className="wide-table gap-below" tabIndex={0} aria-label={`原件中的表格，第${at + 1}段`}>
            <table className="plain-table original-table">
              <tbody>
                {rows.map(({ cells }, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor do its rows
                  <tr key={row}>
                    {cells.map((cell, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: nor its cells
                      <td key={column}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the original does not change
          <div key={at}>
            {rows.map(({ cells }, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor do its lines
              <p key={row}>{cells.join('  ')}</p>
            ))}
          </div>
        ),
      )}
    </>
  )
}

/** A table of a plain text, whose cells are parted by bars or tabs, is a table all the same. */
function asRow(line: Line): Line {
  const [text = ''] = line.cells
  if (line.isRow || !/[|\t]/.test(text)) return line
  return { isRow: true, cells: text.split(/[|\t]/).map((cell) => cell.trim()) }
}

/** Lines that follow each other and are all rows, or all none. */
function blocksOf(lines: readonly Line[]): { readonly isTable: boolean; readonly rows: Line[] }[] {
  const blocks: { isTable: boolean; rows: Line[] }[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (last?.isTable === line.isRow) last.rows.push(line)
    else blocks.push({ isTable: line.isRow, rows: [line] })
  }
  return blocks
}
