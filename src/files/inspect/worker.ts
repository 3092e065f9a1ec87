import { parentPort, workerData } from 'node:worker_threads'

/** A thread of its own for one file from outside, so that a file made to be slow or large ends this and nothing else. */
const { format, bytes } = workerData as { format: 'pdf' | 'zip'; bytes: Uint8Array }
const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const verdict =
  format === 'pdf'
    ? await (await import('./pdf.ts')).inspectPdf(data)
    : (await import('./container.ts')).inspectContainer(data)
parentPort?.postMessage(verdict)
