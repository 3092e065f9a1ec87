import { parentPort, workerData } from 'node:worker_threads'
import { inspectContainer } from './container.ts'
import { inspectPdf } from './pdf.ts'

/** A thread of its own for one file from outside, so that a file made to be slow or large ends this and nothing else. */
const { format, bytes } = workerData as { format: 'pdf' | 'zip'; bytes: Uint8Array }
const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
parentPort?.postMessage(format === 'pdf' ? await inspectPdf(data) : inspectContainer(data))
