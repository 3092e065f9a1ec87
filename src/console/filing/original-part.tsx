import type { FilingView } from '../../report/filing/filing-view.ts'

type Original = NonNullable<FilingView['original']>
type Line = Original['lines'][number]

/** What stands in a file that was received, line by line as the reader saw it: tables as tables, the rest as paragraphs. */
export function OriginalPart({ original: { fileName, lines } }: { original: Original }) {
  if (lines.length === 0) return <p className="quiet">这份原件不能逐行显示，请下载后对照。</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its frame is moved with the keyboard, too
    <section className="panel original" tabIndex={0} aria-label={`原件：${fileName}`}>
      <p className="quiet gap-below">原件的文字和表格（{fileName}），排版与原件不同，数字照原件。</p>
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
    </section>
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
