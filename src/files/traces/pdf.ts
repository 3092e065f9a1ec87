import { type OpenPdf, openPdf } from '../pdf/open-pdf.ts'
import { withSmallPictures } from '../pdf/small-pictures.ts'
import { earlierTraces, pageTraces } from './pdf-pages.ts'
import { countPlaces } from './photo-place.ts'
import { type FileTraces, named, noTraces, type Trace, tracesAt, tracesWith } from './traces.ts'

/** Of the processor time that a file may take; the rest is for what else is done with it. */
const share = 0.5

/** What a PDF carries, page by page, and whether its words can be read at all. `mostMs` of processor time is what may be taken. */
export async function tracesOfPdf(data: Buffer, mostMs: number): Promise<FileTraces> {
  const begun = process.cpuUsage()
  const hasTime = () => {
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000 < mostMs * share
  }
  const small = withSmallPictures(data)
  let document: OpenPdf
  try {
    document = await openPdf(small)
  } catch {
    return { ...noTraces, found: [{ kind: 'brokenFile', where: '' }] }
  }
  const pages = await pageTraces(document, hasTime)
  const photos = countPlaces(data)
  const isBlank = pages.text.trim() === ''
  return tracesWith(pages.text, [
    ...pages.found,
    ...(await earlierTraces(small, document, hasTime)),
    ...(await partsOf(document)),
    ...tracesAt('photoPlace', photos > 0 ? [`${photos}张照片`] : []),
    ...(isBlank && !pages.hasUnreadable ? tracesAt('unreadable', ['是扫描件或者图片']) : []),
  ])
}

async function partsOf(document: OpenPdf): Promise<Trace[]> {
  const { info, metadata } = await document.getMetadata()
  const known: Readonly<Record<string, unknown>> = { ...info }
  const said = (key: string) => (typeof known[key] === 'string' ? known[key] : undefined)
  const creator: unknown = metadata?.get('dc:creator')
  const creators = Array.isArray(creator) ? creator.map(String) : typeof creator === 'string' ? [creator] : []
  const attached = await document.getAttachments()
  const fields = Object.keys((await document.getFieldObjects()) ?? {})
  const hasScript = (await document.hasJSActions()) || (await document.getJSActions()) !== null
  return [
    ...tracesAt('embeddedFile', [...(attached?.keys() ?? [])]),
    ...tracesAt('script', hasScript ? ['文件的动作'] : []),
    ...tracesAt('formFields', fields.length > 0 ? [`共${fields.length}个填写项`] : []),
    ...tracesAt('author', [
      ...new Set([
        ...named('作者', said('Author')),
        ...named('单位', said('Company')),
        ...creators.flatMap((each) => named('作者', each)),
      ]),
    ]),
  ]
}
