import { writeZip } from '../zip/write-zip.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`
const relationships = (list: readonly (readonly [string, string, string])[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

interface SheetSpec {
  readonly name: string
  /** What stands between `<worksheet>` and its end: columns, rows, merged cells. */
  readonly xml: string
  readonly state?: string
}

/** A workbook written by hand, as no library writes it. */
export function sheetFile(
  sheets: readonly SheetSpec[],
  {
    styles = '',
    names = '',
    parts = {},
  }: { readonly styles?: string; readonly names?: string; readonly parts?: Readonly<Record<string, string>> } = {},
): Buffer {
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  const links = sheets.map((_, index) => [`r${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const)
  const all: Record<string, string> = {
    '[Content_Types].xml': types,
    '_rels/.rels': relationships([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets>${names && `<definedNames>${names}</definedNames>`}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...links,
      ...(styles ? [['rs', 'styles', 'styles.xml'] as const] : []),
    ]),
    ...(styles
      ? { 'xl/styles.xml': `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="${main}">${styles}</styleSheet>` }
      : {}),
    ...parts,
  }
  sheets.forEach(({ xml }, index) => {
    all[`xl/worksheets/sheet${index + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}">${xml}</worksheet>`
  })
  return writeZip(Object.entries(all).map(([name, content]) => ({ name, content: Buffer.from(content) })))
}

/** A cell of words or figures, at an address such as `B2`. */
export const sheetCell = (at: string, value: string | number, more = ''): string =>
  typeof value === 'number'
    ? `<c r="${at}"${more}><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"${more}><is><t>${value}</t></is></c>`
