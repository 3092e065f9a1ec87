import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { textOfXml } from '../inspect/xml-text.ts'
import type { ZipEntry } from '../zip/read-zip.ts'
import { hasPlace } from './photo-place.ts'
import { nameMarks, type Part, sheetMarks, sheetsOf } from './sheet-marks.ts'
import { type FileTraces, named, quoted, type Trace, tracesAt, tracesWith } from './traces.ts'
import { croppedBy, wordMarks } from './word-marks.ts'
import { stylesIn } from './word-styles.ts'

const wordParts: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/, '正文'],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/footnotes\.xml$/, '脚注'],
  [/^word\/endnotes\.xml$/, '尾注'],
]
const wordText = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/
const photos = /^(?:word|xl|ppt|Doc_\d+)\/.*\.(?:jpe?g|png|tiff?|heic|heif)$/i
const inside = /^(?:word|xl)\/embeddings\/(.+)$/i
/** Written by WPS for itself. */
const ofPrograms = /^(?:KSO|ICV|_dlc|ContentType|MSIP|TaxCatchAll)/i

/** What a .docx, .xlsx or .ofd carries. */
export async function tracesOfContainer(data: Buffer, entries: readonly ZipEntry[]): Promise<FileTraces> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const part: Part = (name) => byName.get(name)?.read().toString('utf8') ?? ''
  const placed = entries.filter((entry) => photos.test(entry.name) && hasPlace(entry.read())).length
  const common = [
    ...tracesAt(
      'embeddedFile',
      entries.flatMap(({ name }) => inside.exec(name)?.[1] ?? []),
    ),
    ...tracesAt('author', authorsIn(part('docProps/core.xml'), part('docProps/app.xml'), part('docProps/custom.xml'))),
    ...tracesAt('photoPlace', placed > 0 ? [`${placed}张照片`] : []),
  ]
  const own = byName.has('OFD.xml')
    ? tracesOfOfd(entries, part('OFD.xml'))
    : byName.has('xl/workbook.xml')
      ? await tracesOfSheets(data, entries, part)
      : tracesOfWord(entries, part)
  return tracesWith(own.text, [...own.found, ...common])
}

function tracesOfWord(entries: readonly ZipEntry[], part: Part): FileTraces {
  const styles = stylesIn(part('word/styles.xml'))
  const found = entries.flatMap((entry) => {
    const label = wordParts.find(([pattern]) => pattern.test(entry.name))?.[1]
    return label ? wordMarks(entry.read().toString('utf8'), label, styles) : []
  })
  const text = entries.filter(({ name }) => wordText.test(name)).map((entry) => textOfXml(entry.read()))
  return {
    text: text.join('\n'),
    found: [...found, ...tracesAt('comments', commentsIn(part('word/comments.xml'), /<w:comment[ >]/))],
  }
}

/** Each comment as the beginning of what it says. Cut apart by hand, since markup from outside may never close. */
const commentsIn = (xml: string, begin: RegExp): string[] =>
  xml
    .split(begin)
    .slice(1)
    .map((piece) => {
      const from = piece.indexOf('>')
      const said = textOfXml(Buffer.from(piece.slice(from + 1, from + 4_000))).trim()
      return said ? quoted(said) : '批注'
    })

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

async function tracesOfSheets(data: Buffer, entries: readonly ZipEntry[], part: Part): Promise<FileTraces> {
  const read = (pattern: RegExp) =>
    entries.filter(({ name }) => pattern.test(name)).map((entry) => entry.read().toString('utf8'))
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name))
  const { sheets } = await readXlsx(data)
  const comments = read(/^xl\/(?:comments\d*|comments\/[^/]+|threadedComments\/[^/]+)\.xml$/)
  const drawings = read(/^xl\/drawings\/[^/]+\.xml$/)
  const revisions = read(/^xl\/revisions\/revisionLog[^/]*\.xml$/)
  const text = [
    ...sheets.flatMap(({ rows }) =>
      rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))).join('\t')),
    ),
    ...comments.map((xml) => textOfXml(Buffer.from(xml))),
  ]
  return {
    text: text.join('\n'),
    found: [
      ...sheetMarks(sheetsOf(part), part('xl/styles.xml')),
      ...nameMarks(part('xl/workbook.xml')),
      ...tracesAt('trackedChanges', revisions.length > 0 ? ['共享工作簿的修订记录'] : []),
      ...tracesAt(
        'comments',
        comments.flatMap((xml) => commentsIn(xml, /<(?:threadedComment|comment)[ >]/)),
      ),
      ...tracesAt('outsideData', [
        ...(has(/^xl\/externalLinks\/[^/]+\.xml$/) ? ['从别的工作簿带来的数据'] : []),
        ...(has(/^xl\/pivotCache\/pivotCacheRecords/) ? ['数据透视表的明细'] : []),
        ...(has(/^xl\/connections\.xml$/) ? ['与数据库、网页的连接'] : []),
      ]),
      ...drawings.flatMap(drawingMarks),
    ],
  }
}

/** Pictures of which a part is cut off, and bars over the cells. */
function drawingMarks(xml: string): Trace[] {
  const cropped = [...xml.matchAll(/<a:srcRect\b([^<>]{0,200})>/g)].filter(
    ([, given = '']) =>
      croppedBy(
        Object.fromEntries([...given.matchAll(/\b([ltrb])="(-?\d{1,7})"/g)].map(([, side, by]) => [side, by])),
      ) >= 2_000,
  ).length
  const bars = xml
    .split(/<xdr:sp[ >]/)
    .slice(1)
    .filter((piece) => {
      const end = piece.indexOf('</xdr:sp>')
      const shape = end < 0 ? piece.slice(0, 10_000) : piece.slice(0, end)
      const look = shape
        .slice(shape.indexOf('<xdr:spPr'), Math.max(0, shape.indexOf('</xdr:spPr>')))
        .replace(/<a:ln[ >].*$/s, '')
      return (
        /<a:solidFill><a:(?:srgbClr val="(?:0{6}|F{6})"|schemeClr val="(?:tx1|bg1|dk1|lt1)")/i.test(look) &&
        !/<a:t>[^<]/.test(shape)
      )
    }).length
  return [
    ...tracesAt('outsideText', cropped > 0 ? [`${cropped}张图片裁掉的部分`] : []),
    ...tracesAt('coveredText', bars > 0 ? [`有${bars}个浮在单元格上面的色块`] : []),
  ]
}

function tracesOfOfd(entries: readonly ZipEntry[], root: string): FileTraces {
  const parts = entries.filter(({ name }) => /\/(?:Content|Annotation|Annot_\d+)\.xml$/i.test(name))
  const text = parts.map((entry) => textOfXml(entry.read())).join('\n')
  const comments = entries.filter(({ name }) => /\/Annot(?:ation|_\d+)\.xml$/i.test(name)).length
  return {
    text,
    found: [
      ...tracesAt('unreadable', text.trim() === '' ? ['是扫描件或者图片'] : []),
      ...tracesAt('comments', comments > 0 ? [`共${comments}处`] : []),
      ...tracesAt('author', named('作者', /<(?:ofd:)?Author>([^<]{0,200})</.exec(root)?.[1])),
    ],
  }
}
