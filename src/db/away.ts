import pg from 'pg'

/** Lost connections, a server that is going down or coming up, and one that has no room: by SQLSTATE class or code. */
const awayCodes = /^(?:08|53|57P0[1-5]$)/
const brokenCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])
/** pg gives these no code. */
const brokenMessages =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed and is not queryable)/

/** Whether the database was not there, or went away in the middle: the same request may well succeed a little later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '', syscall }: NodeJS.ErrnoException = error
  if (error instanceof pg.DatabaseError) return awayCodes.test(code)
  return (brokenCodes.has(code) && syscall !== 'open') || brokenMessages.test(error.message)
}

/** Whether a statement waited for a lock, or worked, for as long as it may: who asks the same again waits as long again. */
export const hasWaitedOut = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '57014' || error.code === '55P03')

/** Whether two were in each other's way, so that the same may succeed at once when it is tried again. */
export const wasInTheWay = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001')

/** Whether the database itself has refused, so that nothing of the transaction is kept. */
export const isUndone = (error: unknown): boolean => error instanceof pg.DatabaseError && !isDatabaseAway(error)
