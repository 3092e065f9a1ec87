import { createHash } from 'node:crypto'
import source from './proof-worker.js?raw'

/** The script of the proof of work, page and worker in one; sent on its page only. */
export const workerSource = source
export const workerPath = `/assets/proof-${createHash('sha256').update(source).digest('hex').slice(0, 16)}.js`
