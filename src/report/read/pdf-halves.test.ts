import { getResolvedPDFJS } from 'unpdf'
import { expect, test } from 'vitest'
import { reportFormats } from '../../law/report-formats.ts'
import { nearPort, nearWorker } from './pdf-halves.ts'
import { chanceOf } from './testing/chance.ts'
import { partsOf } from './testing/damaged-report.ts'
import { printedPdf } from './testing/printed-pdf.ts'
import { soundFigures } from './testing/sound-figures.ts'

/** A port, and what has been heard at it. */
function heardAt() {
  const port = nearPort()
  const heard: object[] = []
  const listener = ({ data }: { readonly data: object }) => heard.push(data)
  return { port, heard, listener }
}

test('a part of an answer stays as it was sent, whatever the sender fills its lists with next', async () => {
  const { port, heard, listener } = heardAt()
  port.addEventListener('message', listener)
  const chunk = { items: ['first'], styles: {} }
  port.postMessage({ streamId: 1, chunk })
  chunk.items.length = 0
  chunk.items.push('second')
  chunk.items = []
  await Promise.resolve()
  expect(heard).toEqual([{ streamId: 1, chunk: { items: ['first'], styles: {} } }])
})

test('what is only for drawing is kept back, unless it is to be answered', async () => {
  const { port, heard, listener } = heardAt()
  port.addEventListener('message', listener)
  port.postMessage({ action: 'commonobj', data: ['g_1', 'Font', {}] })
  port.postMessage({ action: 'obj', data: ['img_1', 0, 'Image', {}] })
  const question = { action: 'commonobj', callbackId: 1, data: ['img_1', 'CopyLocalImage', {}] }
  port.postMessage(question)
  await Promise.resolve()
  expect(heard).toEqual([question])
})

test('who has ended hears nothing any more', async () => {
  const { port, heard, listener } = heardAt()
  const ending = new AbortController()
  port.addEventListener('message', listener, { signal: ending.signal })
  ending.abort()
  port.postMessage({ action: 'Ready' })
  await Promise.resolve()
  expect(heard).toEqual([])
})

test('words and operations of a PDF are those that the library hands over by itself', async () => {
  const form = reportFormats['2021']
  const bytes = await printedPdf(partsOf(form, soundFigures(form, chanceOf(1), 30)), {
    size: 9,
    labelWidth: 60,
    isRuled: true,
    align: 'center',
    foot: 60,
  })
  const library = await getResolvedPDFJS()
  const read = async (worker: ReturnType<typeof nearWorker>) => {
    const document = await library.getDocument({ data: new Uint8Array(bytes), verbosity: 0, ...worker }).promise
    const pages = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { fnArray, argsArray } = await page.getOperatorList()
      pages.push({ words: (await page.getTextContent()).items, fnArray, argsArray: structuredClone(argsArray) })
    }
    await document.loadingTask.destroy()
    // Each opened document numbers its fonts anew.
    return JSON.parse(JSON.stringify(pages).replaceAll(/g_d\d+_f/g, 'f'))
  }
  const own = nearWorker(library)
  expect(own.worker).toBeDefined()
  expect(await read(own)).toEqual(await read({}))
})
