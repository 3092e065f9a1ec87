import type { MarkupElement, MarkupNode } from '../../typesetting/markup-tree.ts'
import { lose, markup, runOf, type Shaping } from './shaping.ts'

/** Fields that print nothing, or print their result elsewhere. */
const silent = /^(?:XE|TC|RD|SET|TA|ADVANCE|PRIVATE|ASK|HYPERLINK|FORMCHECKBOX|FORMTEXT|NEXT|BIDIOUTLINE)$/
/** The reading above a word, as Word and WPS write it: `EQ \o\ad(\s\up 9(hè),鹤)`. */
const readingField = /\\s\\up ?\d{0,3}\(([^()]{0,40})\)[,;] ?([^()]{0,40})\)/

/** Fields within each other; a file that never ends any has more. */
const mostOpen = 100

/** Begins, divides or ends a field; what comes back stands for a field whose result is not in the file. */
export function passFieldMark(mark: MarkupElement, shaping: Shaping): readonly MarkupNode[] {
  const { fields } = shaping
  const type = mark.attributes['w:fldCharType']
  const open = fields.at(-1)
  if (type === 'begin' && fields.length < mostOpen) fields.push({ code: '', isResult: false, hasWords: false })
  else if (type === 'separate' && open) open.isResult = true
  else if (type === 'end' && open) {
    fields.pop()
    if (!open.hasWords && !isInCode(shaping)) return withoutResult(open.code, shaping)
  }
  return []
}

/** Words between the code of a field and its result are not printed. */
export const isInCode = ({ fields }: Shaping): boolean => fields.some(({ isResult }) => !isResult)

/** No code goes on into the next paragraph: what was begun and not divided or ended would swallow all that follows. */
export function endCodes(shaping: Shaping): void {
  const { fields } = shaping
  for (let at = fields.length - 1; at >= 0; at -= 1) {
    const field = fields[at]
    if (!field || field.isResult) continue
    fields.splice(at, 1)
    lose(shaping, 'emptyField', field.code)
  }
}

export function tellFieldsOfWords({ fields }: Shaping): void {
  for (const field of fields) if (field.isResult) field.hasWords = true
}

/** What a field prints of which the file holds no result, as far as its code says. */
export function withoutResult(code: string, shaping: Shaping): readonly MarkupNode[] {
  const [keyword = ''] = code.trim().split(/\s+/, 1)
  if (keyword === '' || silent.test(keyword.toUpperCase())) return []
  const [, reading = '', base] = readingField.exec(code) ?? []
  if (base !== undefined) {
    lose(shaping, 'ruby', `${base}：${reading}`)
    return [runOf(base)]
  }
  const [, sign = '', font = ''] = /^\s*SYMBOL (\d{1,6}) .{0,40}?\\f "?([\w ]{1,40})/i.exec(code) ?? []
  if (sign !== '') {
    const hex = Number(sign).toString(16).toUpperCase().padStart(4, '0')
    return [markup('w:r', {}, markup('w:sym', { 'w:font': font.trim(), 'w:char': hex }))]
  }
  lose(shaping, keyword.toUpperCase() === 'EQ' ? 'equation' : 'emptyField', code)
  return []
}
