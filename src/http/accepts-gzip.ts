import type { IncomingMessage } from 'node:http'

/** Whether the answer may be compressed: all that an answer depends on of `Accept-Encoding`. */
export const acceptsGzip = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers['accept-encoding'] !== undefined && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(headers['accept-encoding'])
