import type { getResolvedPDFJS } from 'unpdf'

type Library = Awaited<ReturnType<typeof getResolvedPDFJS>>
type Listener = (event: { readonly data: object }) => void

/** Both halves of pdf.js speak and listen here; a message says itself for which of them it is. */
interface Port {
  readonly postMessage: (message: object) => void
  readonly addEventListener: (type: string, listener: Listener, options?: { readonly signal?: AbortSignal }) => void
  readonly removeEventListener: (type: string, listener: Listener) => void
}

declare global {
  /** The half of pdf.js that does the work, loaded together with the half that asks for it. */
  var pdfjsWorker: { readonly WorkerMessageHandler: { initializeFromPort: (port: Port) => void } } | undefined
}

/** Fonts and pictures on their way to a canvas; what must be answered is let through. */
const isForDrawing = (message: object): boolean =>
  'action' in message && (message.action === 'commonobj' || message.action === 'obj') && !('callbackId' in message)

/** The half that works fills the lists of one part of an answer again for the next: what was sent must not change. */
const apart = (part: unknown): unknown =>
  typeof part === 'object' && part !== null
    ? Object.fromEntries(Object.entries(part).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]))
    : part

/** Where both halves, in one process, hand over what they have, without a copy of each word and glyph; nothing is drawn. */
export function nearPort(): Port {
  const listeners = new Set<Listener>()
  return {
    postMessage: (message) => {
      if (isForDrawing(message)) return
      const data = 'chunk' in message ? { ...message, chunk: apart(message.chunk) } : message
      queueMicrotask(() => {
        for (const listener of [...listeners]) listener({ data })
      })
    },
    addEventListener: (_type, listener, options) => {
      listeners.add(listener)
      options?.signal?.addEventListener('abort', () => listeners.delete(listener))
    },
    removeEventListener: (_type, listener) => listeners.delete(listener),
  }
}

/** What does the work for one PDF that is read and not drawn; none where the library keeps its half to itself, and then it helps itself. */
export function nearWorker({ PDFWorker }: Library): { readonly worker?: InstanceType<Library['PDFWorker']> } {
  const half = globalThis.pdfjsWorker?.WorkerMessageHandler
  if (!half) return {}
  const port = nearPort()
  half.initializeFromPort(port)
  // The declared type of the library has no place for a port.
  return { worker: Reflect.construct(PDFWorker, [{ port, verbosity: 0 }]) }
}
