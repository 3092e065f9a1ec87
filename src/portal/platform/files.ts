import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { art20Items } from '../../law/scope.ts'
import type { Organ } from '../../organs/organ.ts'
import {
  audiences,
  type CatalogueItem,
  disclosureLevels,
  disclosureWays,
  labelIn,
} from '../../platform/catalogue/item.ts'
import { type RecordEntry, recordHeaders, recordRow } from '../../platform/catalogue/records.ts'
import * as style from '../../workbooks/workbook-style.ts'
import { streamCsv } from '../../workbooks/xlsx/csv.ts'
import { streamXlsx, writeXlsx } from '../../workbooks/xlsx/write-xlsx.ts'
import { addresses } from '../site.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const csvType = 'text/csv; charset=utf-8'

const itemHeaders = [
  '序号',
  '一级事项',
  '二级事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '公开方式',
  '公开层级',
  '栏目',
  '条例第二十条事项',
]
const itemWidths = [7, 18, 22, 38, 38, 22, 20, 22, 12, 12, 12, 18, 26]

/** The whole catalogue as the public takes it home. */
export function catalogueFile(items: readonly CatalogueItem[]): Promise<Uint8Array> {
  const rows = items.map((item) => [
    item.position,
    item.firstItem,
    item.secondItem,
    item.content,
    item.basis,
    item.timeLimit,
    item.responsibleOrgan,
    item.channels,
    labelIn(audiences, item.audience),
    labelIn(disclosureWays, item.way),
    labelIn(disclosureLevels, item.level),
    item.columnName ?? '',
    art20Items.find(({ item: number }) => number === item.art20Item)?.content ?? '',
  ])
  const heads = itemHeaders.map((value, index) => [`0,${index}`, { value, style: style.header(true) }] as const)
  return writeXlsx({
    defaultFont: style.defaultFont,
    sheets: [
      {
        name: '公开事项目录',
        rows: [itemHeaders, ...rows],
        cells: new Map(heads),
        columns: itemWidths.map((width) => ({ width, style: longText })),
        freezePane: { rows: 1, columns: 3 },
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  })
}

const longText = { ...style.body(), alignment: { vertical: 'top', wrapText: true } } as const

async function* rowsOf(organ: Organ, origin: string, batches: AsyncIterable<readonly RecordEntry[]>) {
  for await (const batch of batches)
    for (const entry of batch) yield recordRow(entry, origin + addresses.record(organ, entry.number))
}

/** The catalogue of art. 12 as a file that is written while it is read: a hundred thousand lines need no memory. */
export function recordsFile(
  organ: Organ,
  origin: string,
  batches: AsyncIterable<readonly RecordEntry[]>,
  ending: 'xlsx' | 'csv',
): Readable {
  const rows = rowsOf(organ, origin, batches)
  const written =
    ending === 'csv'
      ? streamCsv(withHeaders(rows))
      : streamXlsx(withHeaders(rows), {
          name: '政府信息公开目录',
          freezePane: { rows: 1 },
          columns: [30, 48, 60, 12, 12, 18, 50].map((width) => ({ width })),
        })
  return Readable.fromWeb(written as ReadableStream<Uint8Array>)
}

async function* withHeaders(rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  yield [...recordHeaders]
  yield* rows
}
