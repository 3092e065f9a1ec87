/** The code that the system, a database or a protocol gave an error (ENOENT, 23505); undefined of what has none. */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
