import { art20Items } from '../../law/scope.ts'
import { type Choice, ledger } from '../../workbooks/ledger.ts'
import { audiences, type CatalogueEntry, type CatalogueItem, disclosureLevels, disclosureWays } from './item.ts'

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五']

const items: readonly Choice[] = art20Items.map(({ item, content }) => ({
  id: String(item),
  label: `${item}. ${content}`,
  aliases: [String(item), numerals[item - 1] ?? '', `第${numerals[item - 1]}项`, content],
}))

/** The column is written by its name: which ones there are is the organ's. */
export interface ReadEntry extends Omit<CatalogueEntry, 'columnId'> {
  readonly columnName: string | null
}

/** 公开事项目录 as a workbook: one row per item, as the national model has them. */
export const catalogueLedger = ledger({
  id: 'disclosureCatalogue',
  sheet: '公开事项目录',
  purpose: '一个公开事项一行，按基层政务公开标准目录的各项填写；导入后立即在平台公布。',
  columns: [
    {
      id: 'firstItem',
      header: '一级事项',
      kind: 'text',
      required: true,
      maxLength: 100,
      example: '政策文件',
      aliases: ['公开事项（一级）', '一级公开事项'],
    },
    {
      id: 'secondItem',
      header: '二级事项',
      kind: 'text',
      maxLength: 200,
      example: '行政规范性文件',
      aliases: ['公开事项（二级）', '二级公开事项'],
      note: '没有二级事项的留空。同一一级事项下不得重复。',
    },
    {
      id: 'content',
      header: '公开内容（要素）',
      kind: 'text',
      required: true,
      maxLength: 2000,
      prose: true,
      example: '文件名称、文号、成文日期、正文、有效性',
      aliases: ['公开要素'],
    },
    {
      id: 'basis',
      header: '公开依据',
      kind: 'text',
      required: true,
      maxLength: 2000,
      prose: true,
      example: '《中华人民共和国政府信息公开条例》第二十条第一项',
    },
    {
      id: 'timeLimit',
      header: '公开时限',
      kind: 'text',
      required: true,
      maxLength: 300,
      example: '自信息形成或者变更之日起20个工作日内',
    },
    {
      id: 'responsibleOrgan',
      header: '公开主体',
      kind: 'text',
      required: true,
      maxLength: 100,
      example: '某市文化和旅游局',
      aliases: ['责任主体'],
    },
    {
      id: 'channels',
      header: '公开渠道和载体',
      kind: 'text',
      required: true,
      maxLength: 300,
      example: '政府网站、政府公报',
      aliases: ['公开渠道', '渠道和载体'],
    },
    {
      id: 'audience',
      header: '公开对象',
      kind: 'choice',
      required: true,
      choices: audiences,
      example: 'everybody',
    },
    {
      id: 'way',
      header: '公开方式',
      kind: 'choice',
      required: true,
      choices: disclosureWays,
      example: 'proactive',
    },
    {
      id: 'level',
      header: '公开层级',
      kind: 'choice',
      required: true,
      choices: disclosureLevels,
      example: 'city',
    },
    {
      id: 'columnName',
      header: '栏目',
      kind: 'text',
      maxLength: 30,
      aliases: ['公开栏目'],
      note: '平台上的栏目名称，如“行政规范性文件”；不对应栏目的留空。',
    },
    {
      id: 'art20Item',
      header: '条例第二十条事项',
      kind: 'choice',
      choices: items,
      example: '1',
      note: '不属于第二十条所列事项的留空。',
    },
  ],
  key: ['firstItem', 'secondItem'],
  rules: [],
  toEntry: (row): ReadEntry =>
    ({
      ...row,
      secondItem: row.secondItem ?? '',
      art20Item: row.art20Item === null ? null : Number(row.art20Item),
    }) as ReadEntry,
  toValues: (entry: ReadEntry) => ({
    ...entry,
    secondItem: entry.secondItem || null,
    art20Item: entry.art20Item === null ? null : String(entry.art20Item),
  }),
})

/** A row as the workbook has it. */
export const valuesOf = ({ id: _, position: __, columnId: ___, ...entry }: CatalogueItem) =>
  catalogueLedger.toValues(entry)
