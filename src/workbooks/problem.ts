/** A cell, row or sheet that cannot be taken. Rows count from 1, as Excel shows them. */
export interface Problem {
  readonly sheet: string
  readonly row?: number
  /** The header, and the cell's address such as C5. */
  readonly column?: string
  readonly cell?: string
  readonly reason: string
  /** It is a question, and goes away with `ReadOptions.hidden`. */
  readonly asks?: 'hidden'
  /** It is a word that the column, or another register, does not know. */
  readonly unknown?: UnknownWord
}

export interface UnknownWord {
  readonly ledger: string
  /** The id of the column. */
  readonly column: string
  readonly written: string
  /** What may be meant, the likeliest first, as it is written. */
  readonly near: readonly string[]
}

/** Keeps the first hundred thousand, so that a file full of errors cannot fill the memory; counts them all. */
export class Problems {
  readonly list: Problem[] = []
  count = 0

  add(problem: Problem): void {
    this.count += 1
    if (this.list.length < 100_000) this.list.push(problem)
  }
}

/** 政府信息公开申请，第5行，“办结日期”（Q5）：不能早于收到申请之日 */
export function describeProblem({ sheet, row, column, cell, reason }: Problem): string {
  const place = [
    sheet,
    ...(row === undefined ? [] : [`第${row}行`]),
    ...(column === undefined ? [] : [`“${column}”${cell ? `（${cell}）` : ''}`]),
  ]
  return `${place.join('，')}：${reason}`
}
