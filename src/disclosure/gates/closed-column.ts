import type { Finding } from './finding.ts'

/** A text chooses where it stands before it is reviewed; once signed it goes where the closed column went. */
export function closedColumnFinding(column: {
  readonly name: string
  readonly closedOn: string | null
  readonly successor: string | null
}): Finding | undefined {
  if (column.closedOn === null) return undefined
  const went = column.successor ? `，原有信息已并入“${column.successor}”` : ''
  const message = `栏目“${column.name}”已经关闭${went}。请改选一个栏目后再送审；已经填写的内容都已保存`
  return { gate: 'closedColumn', severity: 'block', place: 'columnId', message, excerpt: '' }
}
