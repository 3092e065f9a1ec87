import { createHash } from 'node:crypto'
import source from './proof-worker.js?raw'

/** The only script of the portal, sent on one page only. */
export const workerSource = source
export const workerPath = `/assets/proof-${createHash('sha256').update(source).digest('hex').slice(0, 16)}.js`
