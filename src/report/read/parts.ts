import type { AnnualReport } from '../report.ts'
import { bare, plain } from './bare.ts'
import type { RowHere } from './choose-rows.ts'
import { labelsByName } from './labels.ts'
import { isOtherTime, lastTimeIn } from './other-time.ts'
import type { Piece } from './pieces.ts'
import { gridLine } from './requests-table.ts'
import type { Tables } from './tables.ts'

/** What the report says of itself: its own names are no parts of it. */
type Own = Pick<AnnualReport, 'organ' | 'title'>

type OwnOfYear = Own & Pick<AnnualReport, 'year'>

/** Words for a part of an organ. 分局 and the like may be the organ's own name; 填报科室 says who filled the table in. */
const partOfOrgan =
  /下属|下辖|直属|二级单位|基层单位|[局委厅办]机关|机关本级|(?:省|市|州|县|区|局|委|厅)本级|分局|分中心|分支机构|派出|(?<!填[报表写]|报送|责任|承办|经办|牵头|主管|主办|负责|审核|统计|编制)[科处]室|支队|大队|乡镇|镇街|所属(?!于|类|项)|^\(?(?:机关|本级)[):]*$/g

/** Behind such words a part is counted in: 含局属各科室 is the whole. 含山 is a place. */
const noPartBehind = /(?:(?:含(?!山)|括)[^,。;:()]{0,6}|[及和与、](?:其|各|所有|全部)*)$/

function namesPart({ raw }: Piece, { organ, title }: Own): boolean {
  const words = plain(raw).replace(/\s+/g, '')
  return [...words.matchAll(partOfOrgan)].some(
    ({ 0: named, index }) =>
      !noPartBehind.test(words.slice(0, index)) && !organ?.includes(named) && !title?.includes(named),
  )
}

/** A line of a paragraph, which speaks of many things: 各科室分别办理。 */
const isRunning = ({ raw, isGrid }: Piece): boolean =>
  !isGrid && /[。;]|,$/.test(plain(raw).replace(bracketed, '').trim())

const bracketed = /\([^()]*\)/g

/** Longer words are no caption and no header; a label may be longer. */
const longest = 20

/**
 * The words of a table that name a part of the organ, whose figures are then not the organ's; undefined where none do. A
 * cell between the label and the figures of one row speaks of that row alone, unless it goes on below.
 */
export function partNamed(tables: Tables, from: number, to: number, own: Own): string | undefined {
  const inRows = new Set(
    tables.rows.flatMap((row) => (gridLine(tables, row) ?? []).filter((cell) => !goesOn(tables, cell))),
  )
  const words = tables.pieces.find((piece, index) => {
    if (index < from || index >= to || piece.kind !== 'text' || inRows.has(piece)) return false
    if (tables.found.owner[index] !== undefined) return namesPart(piece, own)
    return piece.bare.length <= longest && !isRunning(piece) && namesPart(piece, own)
  })
  return words?.raw
}

/** The cell is merged with those below it: the line below has cells, and none in its column. */
function goesOn({ pieces }: Tables, { line, at }: Piece): boolean {
  const below = pieces.filter((piece) => piece.isGrid && piece.line === line + 1)
  return below.length > 0 && below.every((piece) => piece.at !== at)
}

/** Why a table is given up in which a part of the organ is named. */
export const isOfPart = (words: string): string =>
  `所在的表格写有“${words.slice(0, longest)}”，这些数字可能只是机关的一部分，不能确定是整个机关的`

/** Words that say nothing of which part is meant: of a total, a unit, this year, the organ itself. */
const plainWords =
  /^(?:合计|总计|共计|小计|总数|总?数量|总?件数|单位|[件项条宗份个次]|万?元|本年度?|当年|20\d\d年度?|[本我](?:机关|单位|部门|局|委|厅|办))+$/
const remark = /^[（(].*[)）]$/

function isOther(piece: Piece, own: OwnOfYear): boolean {
  if (piece.kind !== 'text' || !/\p{Script=Han}/u.test(piece.bare)) return false
  if (namesPart(piece, own)) return true
  if (remark.test(piece.raw)) return false
  const words = bare(plain(piece.raw).replace(bracketed, ''))
  const isOwnName = words.length > 1 && own.organ?.endsWith(words) === true
  return !isOwnName && (!plainWords.test(words) || isOtherTime(lastTimeIn(words), own.year))
}

/** Words before the figures of a row that make it a part of what the form asks for, or another thing. */
export const otherThing = (words: readonly Piece[], own: OwnOfYear): string | undefined =>
  words.find((piece) => isOther(piece, own))?.raw

/** Rows of real tables between whose label and figures words stand under no header of the form: 局机关, 当面申请. */
export function rowsOfOtherThings(tables: Tables, own: OwnOfYear): { readonly row: RowHere; readonly words: string }[] {
  return tables.rows.flatMap((row) => {
    const line = gridLine(tables, row) ?? []
    const isFormColumn = ({ line: at, at: column }: Piece): boolean =>
      tables.headers
        .get(at)
        ?.get(column)
        ?.some(({ bare }) => isHeader(bare)) ?? false
    const firstFigure = line.findIndex(({ kind }) => kind === 'figure')
    const words = otherThing(
      line.slice(0, Math.max(0, firstFigure)).filter((piece) => !isFormColumn(piece)),
      own,
    )
    return words === undefined ? [] : [{ row, words }]
  })
}

const isHeader = (text: string): boolean => labelsByName.get(text)?.some(({ kind }) => kind === 'column') ?? false

/** Why such a row is given up. */
export const isOfOtherThing = (words: string): string =>
  `的数字前写有“${words.slice(0, longest)}”，不能确定是不是全部的数字`

/** Why such a row is given up. */
export const isInParts = '分成了几行，各行之前另有名称，不能确定哪一行是合计'

/** Rows of real tables that go on in lines of their own: words stand between label and figures, and the next line has figures and no label of the form. */
export function rowsInParts(tables: Tables): RowHere[] {
  const labelled = new Set(tables.rows.map(({ occurrence }) => tables.pieces[occurrence.last]?.line))
  return tables.rows.filter((row) => {
    const [first] = gridLine(tables, row) ?? []
    if (first?.kind !== 'text' || !/[\u4e00-\u9fff]/.test(first.bare) || labelled.has(first.line + 1)) return false
    const below = tables.pieces.filter(({ line, isGrid }) => isGrid && line === first.line + 1)
    return below.some(({ kind, bare }) => kind === 'text' && bare !== '') && below.some(({ kind }) => kind === 'figure')
  })
}
