import { parseMarkup, TooDeep } from '../../typesetting/parse-markup.ts'
import type { Kind } from '../kinds.ts'
import { readZip, type ZipEntry } from '../zip/read-zip.ts'
import { leavesFolder, overlap } from '../zip/shape.ts'
import type { Fault, Reading } from './verdict.ts'
import { textOfXml } from './xml-text.ts'

const markup = /\.(xml|rels|vml)$/i
const macros = /(^|\/)(vbaProject|vbaData)[^/]*$|(^|\/)(macrosheets|activeX)\//i
const embedded = /(^|\/)embeddings\/[^/]+\.(docx|xlsx|pptx)$/i
const archives = /\.(zip|rar|7z|gz|tgz|bz2|xz|tar|cab|jar|iso)$/i
/** The parts in which people write. */
const written =
  /^(word\/(document|header\d*|footer\d*|footnotes)|xl\/sharedStrings|xl\/worksheets\/[^/]+|.*\/Content)\.xml$/i
/** Links that are shown and followed by a person; all other outside parts are fetched without asking. */
const harmless = /\/(hyperlink|image|externalLink\w*|xl\w*Path\w*)$/i

const longestField = 1000

/** Looks into a .docx, .xlsx or .ofd: nothing that runs, fetches, hides or grows may be in it. */
export async function inspectContainer(data: Buffer, depth = 0): Promise<Reading> {
  const entries = await readZip(data)
  if (typeof entries === 'string') return { fault: entries }
  if (overlap(entries)) return { fault: 'broken' }
  if (entries.some(({ name, isLink }) => isLink || leavesFolder(name))) return { fault: 'path' }
  const kind = kindOf(entries)
  const texts: string[] = []
  for (const entry of entries) {
    const content = entry.read()
    const fault = await faultOf(entry.name, content, kind, depth)
    if (fault) return { fault }
    if (written.test(entry.name)) texts.push(textOfXml(content))
  }
  return { kind, text: texts.join('\n') }
}

function kindOf(entries: readonly ZipEntry[]): Kind | null {
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('OFD.xml')) return 'ofd'
  if (!names.has('[Content_Types].xml')) return null
  if (names.has('word/document.xml')) return 'docx'
  return names.has('xl/workbook.xml') ? 'xlsx' : null
}

async function faultOf(name: string, content: Buffer, kind: Kind | null, depth: number): Promise<Fault | undefined> {
  if (macros.test(name)) return 'macro'
  if (markup.test(name)) return faultOfMarkup(name, content)
  if (begins(content, 'PK\x03\x04') && kind !== null && embedded.test(name) && depth === 0) {
    const inner = await inspectContainer(content, depth + 1)
    return 'fault' in inner ? inner.fault : undefined
  }
  if (archives.test(name) || ['PK\x03\x04', 'Rar!', '7z\xbc\xaf', '\x1f\x8b'].some((mark) => begins(content, mark)))
    return 'nested'
  if (['MZ', '\x7fELF'].some((mark) => begins(content, mark))) return 'embedded'
  return content.includes(Buffer.from('Ole10Native', 'utf16le')) ? 'embedded' : undefined
}

const begins = (content: Buffer, mark: string) => content.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1'))

function faultOfMarkup(name: string, content: Buffer): Fault | undefined {
  if ((['utf8', 'utf16le'] as const).some((encoding) => content.includes(Buffer.from('<!DOCTYPE', encoding))))
    return 'doctype'
  if (content.includes(Buffer.from('<!DOCTYPE', 'utf16le').swap16())) return 'doctype'
  const text = content.toString('utf8')
  if (name === '[Content_Types].xml' && /macroEnabled|vbaProject/i.test(text)) return 'macro'
  if (/<(\w+:)?ddeLink\b/.test(text)) return 'outsideLink'
  if (!name.endsWith('.rels') && !/instrText/i.test(text)) return undefined
  return fetchesFromOutside(text)
}

/** Relationships to what is fetched without asking, and fields that start other programs. */
function fetchesFromOutside(xml: string): Fault | undefined {
  let isField = false
  let field = ''
  let isOutside = false
  const handler = {
    onopentag(name: string, given: Record<string, string>) {
      if (/(?:^|:)Relationship$/.test(name) && given.TargetMode?.toLowerCase() === 'external')
        isOutside ||= !harmless.test(`/${given.Type ?? ''}`)
      isField = /(?:^|:)instrText$/i.test(name)
      field = ''
    },
    ontext(words: string) {
      if (isField && field.length < longestField) field += words
    },
    onclosetag() {
      isOutside ||= isField && /^\s*DDE(AUTO)?\b/i.test(field)
      isField = false
    },
  }
  try {
    parseMarkup(xml, handler, { xmlMode: true, decodeEntities: true })
  } catch (error) {
    if (error instanceof TooDeep) return 'tooLarge'
    throw error
  }
  return isOutside ? 'outsideLink' : undefined
}
