import { parseMarkup } from '../../documents/parse-markup.ts'
import { hiddenRuns } from '../traces/office.ts'
import type { Numbering } from './numbering.ts'

/**
 * The body of a Word document as it reads when every change is accepted: hidden words left out, words that were moved at
 * their new place, automatic numbers written out. Markup is passed on as it came.
 */
export function plainBody(xml: string, numbering: Numbering): { body: string; hidden: readonly string[] } {
  const hidden: string[] = []
  /** The document, then each run and each paragraph's properties that is open, since only their end says what they are. */
  const out: string[][] = [[]]
  const emit = (text: string) => out.at(-1)?.push(text)
  let skipping = 0
  let mark: { style: string; list: string | undefined; level: number } | undefined

  parseMarkup(
    xml,
    {
      onopentag(name, given) {
        if (skipping > 0 || name === 'w:moveFrom') {
          skipping += 1
          return
        }
        if (name === 'w:moveTo') return
        if (name === 'w:r' || name === 'w:pPr') out.push([])
        if (name === 'w:pPr') mark = { style: '', list: undefined, level: 0 }
        if (mark && name === 'w:pStyle') mark.style = given['w:val'] ?? ''
        if (mark && name === 'w:ilvl') mark.level = Number(given['w:val'] ?? 0)
        if (mark && name === 'w:numId') mark.list = given['w:val'] ?? ''
        emit(
          `<${name}${Object.entries(given)
            .map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`)
            .join('')}>`,
        )
      },
      ontext(text) {
        if (skipping === 0) emit(text)
      },
      onclosetag(name) {
        if (skipping > 0) {
          skipping -= 1
          return
        }
        if (name === 'w:moveTo') return
        emit(`</${name}>`)
        if (out.length < 2 || (name !== 'w:r' && name !== 'w:pPr')) return
        const whole = (out.pop() ?? []).join('')
        if (name === 'w:r') {
          const words = hiddenRuns(whole)
          hidden.push(...words)
          if (words.length === 0) emit(whole)
          return
        }
        emit(withLabel(whole, mark, numbering))
        mark = undefined
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  return { body: out.flat().join(''), hidden }
}

/** The paragraph's properties, without its automatic number but with that as words behind them. */
function withLabel(
  properties: string,
  mark: { style: string; list: string | undefined; level: number } | undefined,
  { labelFor, ofStyle }: Numbering,
): string {
  const own = mark?.list !== undefined ? { list: mark.list, level: mark.level } : ofStyle.get(mark?.style ?? '')
  const label = own && labelFor(own.list, own.level)
  if (!label) return properties
  const bare = properties.replace(/<w:numPr>[\s\S]*?<\/w:numPr>/g, '')
  const none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
  return `${bare.replace(/<\/w:pPr>$/, `${none}</w:pPr>`)}<w:r><w:t xml:space="preserve">${label}</w:t></w:r>`
}
