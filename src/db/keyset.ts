/** Goes through rows page by page in the order of their id, so that few stand in memory. */
export async function eachRow<Row extends { readonly id: string }>(
  readPage: (after: string) => Promise<readonly Row[]>,
  look: (row: Row) => void | Promise<void>,
): Promise<void> {
  let after = firstId
  while (true) {
    const rows = await readPage(after)
    for (const row of rows) await look(row)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Comes before every id. */
const firstId = '00000000-0000-0000-0000-000000000000'
