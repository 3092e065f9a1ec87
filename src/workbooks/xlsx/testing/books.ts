import { instantOf } from '../../../days/plain-date.ts'
import { writeZip } from '../../../files/zip/write-zip.ts'
import type { WrittenBook } from '../book.ts'

const thin = { style: 'thin', color: { rgb: '666666' } } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }

/** A book with all that we ever write. */
export const ownBook = (): WrittenBook => ({
  defaultFont: { name: '宋体', size: 11 },
  properties: { title: '台账（示例）', creator: '开诚' },
  sheets: [
    {
      name: '收费',
      rows: [
        ['序号', '项目', '金额', '日期'],
        [1, '=1+1', 1234.5, instantOf('2025-01-31T00:00:00Z')],
        [2, '0012 <&> “引号”\n第二行', -0.1, null],
        ['合计', '', '𠮷野', true],
      ],
      cells: new Map([
        [
          '0,1',
          {
            value: '项目',
            style: { font: { bold: true, color: { rgb: 'FFFFFF' } }, border },
            comment: { author: '开诚', text: '必填' },
          },
        ],
        [
          '1,2',
          {
            value: 1234.5,
            type: 'number' as const,
            style: { numFmt: '#,##0.00', alignment: { horizontal: 'right' as const } },
          },
        ],
        ['1,3', { value: instantOf('2025-01-31T00:00:00Z'), style: { numFmt: 'yyyy-mm-dd' } }],
      ]),
      rowDefs: new Map([[0, { height: 38 }]]),
      columns: [
        { width: 7 },
        { width: 24, style: { font: { size: 10.5 }, numFmt: '@' } },
        { width: 15 },
        { width: 13 },
      ],
      merges: [{ startRow: 3, startCol: 0, endRow: 3, endCol: 1 }],
      freezePane: { rows: 1, columns: 2 },
      dataValidations: [{ range: 'C2:C100', type: 'decimal', operator: 'between', formula1: '0', formula2: '999' }],
      pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    },
    { name: '选项', hidden: true, rows: [['结果'], ['予以公开']] },
  ],
})

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const relations = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`
const pack = (parts: Readonly<Record<string, string>>): Buffer =>
  writeZip(Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) })))

/**
 * As Excel writes: shared strings with runs and readings, days by their format, one formula for many cells, one never worked
 * out, hidden rows, columns and sheets, a filter.
 */
export const excelBook = (): Buffer =>
  pack({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr defaultThemeVersion="166925"/><bookViews><workbookView/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/><sheet name="旧表" sheetId="2" state="veryHidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$1:$D$6</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'styles', 'styles.xml'],
      ['rId4', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="0!.0,&quot;万&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/><family val="2"/></font><font><strike/><sz val="11"/><color rgb="FFFFFFFF"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="177" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" count="5" uniqueCount="4"><si><t>名称</t><rPh sb="0" eb="2"><t>ミョウショウ</t></rPh></si><si><r><rPr><strike/><sz val="11"/></rPr><t xml:space="preserve">12 </t></r><r><rPr><vertAlign val="superscript"/><sz val="11"/></rPr><t>①</t></r><r><t>168</t></r></si><si><t xml:space="preserve">  两端空格 _x000D_
第二行 </t></si><si><t/></si></sst>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}" xmlns:r="${office}"><dimension ref="A1:D7"/><cols><col min="1" max="1" width="20" customWidth="1"/><col min="3" max="3" width="9" hidden="1" customWidth="1"/></cols><sheetData><row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row><row r="2" hidden="1"><c r="A2" s="1"><v>45688</v></c><c r="B2" s="2"><v>12340</v></c><c r="C2" s="3"><v>7</v></c><c r="D2" s="4"><v>45688.75</v></c></row><row r="4" ht="0" customHeight="1"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#DIV/0!</v></c><c r="C4"><v>1.0000000000000001E-5</v></c><c r="D4" t="s"><v>3</v></c></row><row r="5"><c r="A5"><f t="shared" ref="A5:A6" si="0">B5*2</f><v>4</v></c><c r="B5"><v>2</v></c><c r="D5" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c></row><row r="6"><c r="A6"><f t="shared" si="0"/><v>6</v></c><c r="B6"><v>3</v></c><c r="D6"><f>SUM(B5:B6)</f></c></row><row r="7"><c r="A7" t="inlineStr"><is><t>合并</t></is></c></row></sheetData><autoFilter ref="A1:D6"/><mergeCells count="1"><mergeCell ref="A7:B7"/></mergeCells></worksheet>`,
    'xl/worksheets/sheet2.xml': `${head}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
  })

/** As WPS and services write: names with a prefix, targets from the root, days from 1904, rows and cells without addresses. */
export const otherBook = (): Buffer =>
  pack({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations([['R1', 'officeDocument', '/xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<x:workbook xmlns:x="${main}" xmlns:r="${office}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="第1页" sheetId="7" r:id="R9"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['R9', 'worksheet', '/xl/worksheets/page.xml'],
      ['R8', 'styles', '/xl/styles.xml'],
    ]),
    'xl/styles.xml': `${head}<x:styleSheet xmlns:x="${main}"><x:cellXfs count="2"><x:xf numFmtId="0"/><x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>`,
    'xl/worksheets/page.xml': `${head}<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>办结日期</x:t></x:is></x:c><x:c s="1"><x:v>44226</x:v></x:c></x:row><x:row/><x:row><x:c><x:v>20250131</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  })
