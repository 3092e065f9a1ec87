import type { ZipEntry } from '../../files/zip/read-zip.ts'
import type { ReadBook } from '../../workbooks/xlsx/book.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { decodeText } from './decode.ts'
import type { LeftOut } from './page.ts'

const workbookPart = /^xl\/workbook\d*\.xml$/
const relationsPart = /^xl\/_rels\/workbook\d*\.xml\.rels$/
const sheetTag = /<(?:\w{1,20}:)?sheet\s[^<>]{1,600}>/g
const relationTag = /<(?:\w{1,20}:)?Relationship\s[^<>]{1,2000}>/g
/** A value, a text or a formula of a cell. */
const content = /<(?:\w{1,20}:)?[vtf][\s>]/

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']{1,500})["']`).exec(tag)?.[1]

/**
 * Whether something stands in the sheet at this place of the workbook, by the text of its part alone: to take a sheet apart
 * costs a hundred times more. True also where that cannot be told.
 */
export function standsIn(entries: readonly ZipEntry[]): (place: number) => boolean {
  const part = (isWanted: (name: string) => boolean): Buffer | undefined =>
    entries.find(({ name }) => isWanted(name))?.read()
  const tags = (isWanted: RegExp, tag: RegExp): readonly string[] =>
    decodeText(part((name) => isWanted.test(name)) ?? Buffer.alloc(0), false).match(tag) ?? []
  const sheets = tags(workbookPart, sheetTag)
  const relations = tags(relationsPart, relationTag)
  return (place) => {
    const id = attribute(sheets[place] ?? '', '\\w{1,20}:id')
    const target = attribute(relations.find((tag) => id !== undefined && attribute(tag, 'Id') === id) ?? '', 'Target')
    const path = target && (target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    const sheet = path === undefined ? undefined : part((name) => name === path)
    // Tags are ASCII; a zero byte is one of a wider encoding.
    return sheet === undefined || sheet.includes(0) || content.test(sheet.toString('latin1'))
  }
}

/** A workbook without the sheets that are hidden or come after the first `most`; those in which something stands are named. */
export async function shownSheets(
  bytes: Uint8Array,
  {
    stands,
    most,
    maxRows,
  }: { readonly stands: (place: number) => boolean; readonly most: number; readonly maxRows: number },
): Promise<{ workbook: ReadBook; hidden: LeftOut[]; beyond: LeftOut[] }> {
  const hidden: LeftOut[] = []
  const beyond: LeftOut[] = []
  let shown = 0
  const isRead = (name: string, isHidden: boolean, place: number): boolean => {
    if (!isHidden) shown += 1
    if (!isHidden && shown <= most) return true
    const isFilled = stands(place)
    if (isFilled && isHidden) hidden.push({ kind: 'hidden', what: `隐藏的工作表“${name}”` })
    else if (isFilled) beyond.push({ kind: 'beyond', what: `第${most}个以后的工作表“${name}”` })
    return false
  }
  const workbook = await readXlsx(bytes, {
    maxRows,
    withStyles: true,
    isWanted: isRead,
  })
  return { workbook, hidden, beyond }
}
