import { readFile } from '../workbooks/read-file.ts'
import { isBlankRow, plainLabel, type RawCell } from '../workbooks/table.ts'
import { readDayCell } from '../workbooks/written-date.ts'
import { writeXlsx } from '../workbooks/xlsx/write-xlsx.ts'
import type { ListedWord } from './gates/word-finder.ts'
import { type WordProblem, wordKinds, wordSeverities } from './word-list.ts'

const mostWords = 20_000
/** No field takes nearly so much: a longer cell is the rest of a file behind an open quotation mark. */
const longestCell = 1_000
const columns = [
  { id: 'word', header: '词语', also: ['错误词', '错敏词', '敏感词', '旧名称', '原名称'] },
  { id: 'kind', header: '类别', also: ['类型'] },
  { id: 'suggestion', header: '建议改为', also: ['正确词', '建议', '正确写法', '现名称', '新名称'] },
  { id: 'severity', header: '处理', also: ['级别', '处理方式'] },
  { id: 'since', header: '启用日期', also: ['更名日期', '变更日期'] },
] as const
type ColumnId = (typeof columns)[number]['id']
const columnCalled = new Map(
  columns.flatMap(({ id, header, also }) => [header, ...also].map((each) => [plainLabel(each), id] as const)),
)

const kindWords: Readonly<Record<string, ListedWord['kind']>> = {
  错误表述: 'error',
  错别字: 'error',
  错误: 'error',
  敏感词: 'sensitive',
  敏感: 'sensitive',
  机关名称: 'name',
  名称: 'name',
  旧名称: 'name',
}
const severityWords: Readonly<Record<string, ListedWord['severity']>> = {
  禁用: 'block',
  阻断: 'block',
  须说明: 'confirm',
  确认: 'confirm',
  提示: 'hint',
}

/** A plain text without headers: one word a line, and what to write instead behind a tab or comma. */
const plainText = new Map<ColumnId, number>([
  ['word', 0],
  ['suggestion', 1],
])

/** Words from .xlsx, .csv or .txt, or everything that is wrong in the file; one wrong row and none is taken. Read in a process for files. */
export async function readWordList(
  bytes: Uint8Array,
  name: string,
): Promise<{ words: readonly ListedWord[] } | { problems: readonly WordProblem[] }> {
  const [table] = await readFile(bytes, name, { rows: mostWords, apart: true })
  const rows = table?.rows ?? []
  const headerAt = rows.slice(0, 10).findIndex((row) => columnsOf(row).has('word'))
  const header = rows[headerAt]
  if (!header && !/\.txt$/i.test(name))
    return { problems: [{ row: 1, message: '没有找到“词语”一栏，请使用模板或者导出的表格填写' }] }
  const places = header ? columnsOf(header) : plainText
  const problems: WordProblem[] = []
  const words = new Map<string, ListedWord>()
  for (const [index, row] of rows.entries()) {
    if (index <= headerAt || isBlankRow(row)) continue
    const read = readWord((id) => row[places.get(id) ?? -1] ?? null)
    if (typeof read === 'string') problems.push({ row: index + 1, message: read })
    else if (words.has(read.word)) problems.push({ row: index + 1, message: `“${read.word}”重复` })
    else words.set(read.word, read)
    if (words.size > mostWords) return { problems: [{ row: index + 1, message: `一个词表最多${mostWords}个词` }] }
  }
  if (words.size === 0 && problems.length === 0)
    problems.push({ row: Math.max(1, headerAt + 1), message: '表里没有词语' })
  return problems.length > 0 ? { problems } : { words: [...words.values()] }
}

function columnsOf(row: readonly RawCell[]): Map<ColumnId, number> {
  const found = new Map<ColumnId, number>()
  row.forEach((cell, index) => {
    const id = typeof cell === 'string' && cell.length <= longestCell ? columnCalled.get(plainLabel(cell)) : undefined
    if (id && !found.has(id)) found.set(id, index)
  })
  return found
}

const textOf = (cell: RawCell): string => {
  if (cell === null) return ''
  return cell instanceof Date ? cell.toISOString().replace(/T.*/, '') : String(cell).normalize('NFC').trim()
}

/** Controls, halves of signs, and what stands for a sign that was lost. */
const unreadable = /[\p{Cc}\p{Cs}\ufffd]/u

/** The row's word, or what is wrong with it. */
function readWord(cellOf: (id: ColumnId) => RawCell): ListedWord | string {
  const long = columns.find(({ id }) => String(cellOf(id) ?? '').length > longestCell)
  if (long) return `“${long.header}”一格超过${longestCell}个字，是不是有引号没有成对`
  const cell = (id: ColumnId) => textOf(cellOf(id))
  const word = cell('word').replace(/\s+/g, ' ')
  if ([...word].length < 2 || [...word].length > 60) return '词语应为2至60个字'
  if (unreadable.test(word)) return '词语里有不能识别的字符'
  const kind = kindWords[cell('kind') || '错误表述']
  if (!kind) return `类别应为${Object.values(wordKinds).join('、')}`
  const severity = severityWords[cell('severity') || '提示']
  if (!severity) return `处理应为${Object.values(wordSeverities).join('、')}`
  const suggestion = cell('suggestion')
  if (suggestion.length > 200) return '建议不超过200个字'
  if (unreadable.test(suggestion)) return '建议里有不能识别的字符'
  if (suggestion === word) return '建议与词语相同'
  if (cell('since') === '') return { word, kind, suggestion, severity, since: null }
  const since = readDayCell(cellOf('since'))
  return 'day' in since
    ? { word, kind, suggestion, severity, since: since.day }
    : `启用日期“${cell('since').slice(0, 40)}”不是有效日期：${since.problem}`
}

/** A list as a workbook, in the form in which it is read. */
export const writeWordList = (name: string, words: readonly ListedWord[]): Promise<Uint8Array> =>
  writeXlsx({
    properties: { title: name, creator: '开诚' },
    sheets: [
      {
        name: '词表',
        rows: [
          columns.map(({ header }) => header),
          ...words.map(({ word, kind, suggestion, severity, since }) => [
            word,
            wordKinds[kind],
            suggestion,
            wordSeverities[severity],
            since ?? '',
          ]),
        ],
        columns: [{ width: 24 }, { width: 12 }, { width: 32 }, { width: 10 }, { width: 14 }],
        freezePane: { rows: 1 },
      },
    ],
  })
