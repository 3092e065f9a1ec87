import type { PlainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { validityLabel, validityOn } from '../../law/validity.ts'
import type { Organ } from '../../organs/organ.ts'
import { recordHeaders, recordRow } from '../../platform/catalogue/records.ts'
import { cellLabels } from '../../report/cell-name.ts'
import { findPublished, listPublished } from '../../report/store/published.ts'
import { tidyFigures } from '../../report/tidy-figures.ts'
import { listNormative } from '../disclosure/store.ts'
import { recordsInBatches } from '../platform/store.ts'
import { addresses } from '../site.ts'

type Row = readonly (string | number)[]

interface Whole {
  readonly db: Database
  readonly organs: readonly Organ[]
  readonly origin: string
  readonly today: PlainDate
}

/** All that the site holds of a kind, as a table; the rows are read while they are sent. */
export interface OpenDataset {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly headers: readonly string[]
  readonly rows: (whole: Whole) => AsyncGenerator<Row>
}

/** Of the file of a single year. */
export const aboutYearFigures =
  '每个机关、每一格数据一行，是该年度报告现在公布的一版。没有载明的格没有这一行，不是零；正在核查的报告不列入。各列依次是机关代号、年度、表、行、列、数值，代号与报告的JSON文件一致。'

export const openDatasets: readonly OpenDataset[] = [
  {
    id: 'records',
    title: '主动公开的政府信息',
    about: '全部机关公开的每一条信息：索引号、名称、内容概述、日期、栏目和网址。撤回的不在其中。',
    headers: ['机关', ...recordHeaders],
    rows: recordRows,
  },
  {
    id: 'annual-reports',
    title: '政府信息公开工作年度报告的数据',
    about:
      '每个机关、每一年、每一格数据一行，是该年度报告现在公布的一版。没有填写的格不列出，不是零。前六列的代号与报告的JSON文件一致，后四列是中文名称。',
    headers: ['organ', 'year', 'table', 'row', 'column', 'value', '机关', '表', '行', '列'],
    rows: figureRows,
  },
  {
    id: 'organs',
    title: '机关名录',
    about: '本网站的机关和它们的政府信息公开工作机构。',
    headers: [
      '代号',
      '名称',
      '统一社会信用代码',
      '上级机关',
      '公开工作机构',
      '办公地址',
      '邮政编码',
      '联系电话',
      '电子邮箱',
      '网址',
    ],
    rows: organRows,
  },
  {
    id: 'normative-documents',
    title: '规章和行政规范性文件登记',
    about: '各机关登记的规章和行政规范性文件，以及下载当天的有效性。全文没有在本网站公开的，网址为空。',
    headers: [
      '机关',
      '种类',
      '名称',
      '文号',
      '成文日期',
      '施行日期',
      '有效期至',
      '废止日期',
      '废止依据',
      '有效性',
      '网址',
    ],
    rows: documentRows,
  },
]

async function* recordRows({ db, organs, origin }: Whole): AsyncGenerator<Row> {
  for (const organ of organs)
    for await (const batch of recordsInBatches(db, organ.id))
      for (const entry of batch) yield [organ.name, ...recordRow(entry, origin + addresses.record(organ, entry.number))]
}

async function* figureRows({ db, organs }: Whole): AsyncGenerator<Row> {
  for (const organ of organs) {
    const years = await inOrgan(db, organ.id, (tx) => listPublished(tx, organ.id))
    for (const { year } of years.toReversed()) yield* figuresOf(db, organ, year)
  }
}

async function* figuresOf(db: Database, organ: Organ, year: number): AsyncGenerator<Row> {
  const published = await inOrgan(db, organ.id, (tx) => findPublished(tx, organ.id, year))
  const format = published?.report.format
  if (!published || !format || format === 'mixed') return
  const form = reportFormats[format]
  for (const { cell, value } of tidyFigures(published.report)) {
    const { table, row, column } = cell
    const heading = form.sections.find(({ id }) => id === table)?.heading ?? table
    const labels = cellLabels(form, cell)
    yield [organ.slug, year, table, row, column, value, organ.name, heading, labels.row, labels.column]
  }
}

async function* organRows({ organs, origin }: Whole): AsyncGenerator<Row> {
  const nameOf = new Map(organs.map(({ id, name }) => [id, name]))
  for (const organ of organs) {
    const { slug, name, creditCode, parentId, ogiWorkBody, address, postcode, phone, email } = organ
    const parent = (parentId !== null && nameOf.get(parentId)) || ''
    yield [
      slug,
      name,
      creditCode,
      parent,
      ogiWorkBody,
      address,
      postcode,
      phone,
      email,
      origin + addresses.organ(organ),
    ]
  }
}

async function* documentRows({ db, organs, origin, today }: Whole): AsyncGenerator<Row> {
  for (const organ of organs)
    for (const entry of await inOrgan(db, organ.id, (tx) => listNormative(tx, organ.id, today))) {
      const { kind, title, documentNumber, issuedOn, effectiveFrom, validUntil, repealedOn, repealedBy, number } = entry
      yield [
        organ.name,
        kind === 'rules' ? '规章' : '行政规范性文件',
        title,
        documentNumber,
        issuedOn,
        effectiveFrom,
        validUntil ?? '',
        repealedOn ?? '',
        repealedBy ?? '',
        validityLabel(validityOn(entry, today)),
        number ? origin + addresses.record(organ, number) : '',
      ]
    }
}
