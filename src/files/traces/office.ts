import { readXlsx } from 'hucre/xlsx'
import { textOfXml } from '../inspect/xml-text.ts'
import type { ZipEntry } from '../inspect/zip-entries.ts'
import { hasPlace } from './photo-place.ts'
import { type FileTraces, maxText, named, noTraces } from './traces.ts'

const wordText = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/
const changes = /<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w{2,12}PrChange)[ >/]/g
const photos = /^(?:word|xl|ppt|Doc_\d+)\/.*\.(?:jpe?g|png)$/i
const inside = /^(?:word|xl)\/embeddings\/(.+\.(?:docx|xlsx|pptx))$/i
/** Written by WPS for itself. */
const ofPrograms = /^(?:KSO|ICV|_dlc|ContentType|MSIP|TaxCatchAll)/i

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length

/** What a .docx, .xlsx or .ofd carries. */
export async function tracesOfContainer(data: Buffer, entries: readonly ZipEntry[]): Promise<FileTraces> {
  const part = (name: string) =>
    entries
      .find((entry) => entry.name === name)
      ?.read()
      .toString('utf8') ?? ''
  const parts = (pattern: RegExp) => entries.filter(({ name }) => pattern.test(name))
  const common = {
    ...noTraces,
    authors: [...authorsIn(part('docProps/core.xml'), part('docProps/app.xml'), part('docProps/custom.xml'))],
    embedded: entries.flatMap(({ name }) => inside.exec(name)?.[1] ?? []),
    placedPhotos: parts(photos).filter((entry) => hasPlace(entry.read())).length,
  }
  if (entries.some(({ name }) => name === 'OFD.xml')) return { ...common, ...tracesOfOfd(entries, part('OFD.xml')) }
  if (entries.some(({ name }) => name === 'xl/workbook.xml'))
    return { ...common, ...(await tracesOfSheets(data, entries)) }
  const body = part('word/document.xml')
  const whole = parts(wordText).map((entry) => entry.read())
  const xml = whole.map((content) => content.toString('utf8')).join('\n')
  return {
    ...common,
    text: whole.map(textOfXml).join('\n').slice(0, maxText),
    trackedChanges: count(xml, changes),
    comments: count(part('word/comments.xml'), /<w:comment[ >]/g),
    hidden: hiddenRuns(body).map((words) => `隐藏文字“${words.slice(0, 30)}”`),
  }
}

function authorsIn(core: string, app: string, custom: string): string[] {
  const value = (xml: string, tag: string) =>
    textOfXml(Buffer.from(new RegExp(`<${tag}[^>]{0,500}>([^<]{0,200})<`).exec(xml)?.[1] ?? ''))
  return [
    ...named('作者', value(core, 'dc:creator')),
    ...named('最后修改者', value(core, 'cp:lastModifiedBy')),
    ...named('单位', value(app, 'Company')),
    ...named('经理', value(app, 'Manager')),
    ...[...custom.matchAll(/<property [^>]{0,300}?name="([^"]{1,100})"/g)].flatMap(([, name = '']) =>
      ofPrograms.test(name) ? [] : [`自定义属性 ${name}`],
    ),
  ]
}

/** The words of runs that Word does not show. Cut run by run, since markup from outside may never close. */
export function hiddenRuns(xml: string): string[] {
  return xml.split(/<w:r[ >]/).flatMap((piece) => {
    const end = piece.indexOf('</w:r>')
    const run = end < 0 ? piece.slice(0, 10_000) : piece.slice(0, end)
    if (!/<w:vanish(?: w:val="(?:1|true|on)")? ?\/?>/.test(run)) return []
    const words = textOfXml(Buffer.from(run.slice(run.indexOf('<')))).trim()
    return words ? [words] : []
  })
}

async function tracesOfSheets(data: Buffer, entries: readonly ZipEntry[]): Promise<Partial<FileTraces>> {
  const read = (pattern: RegExp) =>
    entries.filter(({ name }) => pattern.test(name)).map((entry) => entry.read().toString('utf8'))
  const { sheets } = await readXlsx(data)
  const markup = read(/^xl\/worksheets\/[^/]+\.xml$/)
  const hiddenRows = markup.reduce((sum, xml) => sum + count(xml, /<row [^>]{0,300}?\bhidden="(?:1|true)"/g), 0)
  const hiddenColumns = markup.reduce((sum, xml) => sum + count(xml, /<col [^>]{0,300}?\bhidden="(?:1|true)"/g), 0)
  const comments = read(/^xl\/(?:comments\d*|comments\/[^/]+|threadedComments\/[^/]+)\.xml$/)
  const text = [
    ...sheets.flatMap(({ rows }) =>
      rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))).join('\t')),
    ),
    ...comments.map((xml) => textOfXml(Buffer.from(xml))),
  ]
  return {
    text: text.join('\n').slice(0, maxText),
    trackedChanges: entries.filter(({ name }) => /^xl\/revisions\/revisionLog/.test(name)).length,
    comments: comments.reduce((sum, xml) => sum + count(xml, /<(?:threadedComment|comment)[ >]/g), 0),
    hidden: [
      ...sheets.flatMap(({ name, hidden, veryHidden }) => (hidden || veryHidden ? [`隐藏工作表“${name}”`] : [])),
      ...(hiddenRows > 0 ? [`${hiddenRows}个隐藏的行`] : []),
      ...(hiddenColumns > 0 ? [`${hiddenColumns}处隐藏的列`] : []),
      ...(entries.some(({ name }) => name.startsWith('xl/externalLinks/')) ? ['从别的工作簿带来的数据'] : []),
    ],
  }
}

function tracesOfOfd(entries: readonly ZipEntry[], root: string): Partial<FileTraces> {
  const parts = entries.filter(({ name }) => /\/(?:Content|Annotation|Annot_\d+)\.xml$/i.test(name))
  const text = parts.map((entry) => textOfXml(entry.read())).join('\n')
  return {
    text: text.slice(0, maxText),
    isTextless: text.trim() === '',
    comments: entries.filter(({ name }) => /\/Annot(?:ation|_\d+)\.xml$/i.test(name)).length,
    authors: named('作者', /<(?:ofd:)?Author>([^<]{0,200})</.exec(root)?.[1]),
  }
}
