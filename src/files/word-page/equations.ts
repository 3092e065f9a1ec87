import { childOf, childrenOf, type MarkupElement } from '../../typesetting/markup-tree.ts'

/** A part of an equation written in one line, as XML writes words. */
export interface EquationPart {
  readonly words: string
  readonly side: 'superscript' | 'subscript' | undefined
}

/** An equation (OMML) in one line: x² as a superscript, a fraction as (a)/(b), a root as √(a). */
export function partsOfEquation(math: MarkupElement): EquationPart[] {
  return childrenOf(math).flatMap((each): EquationPart[] => {
    const sides = scripts[each.name]
    if (!sides) return each.name === 'm:oMath' ? partsOfEquation(each) : plain(linear(each))
    return [
      ...plain(grouped(linearOf(each, 'm:e'))),
      ...sides.map(({ part, side }) => ({ words: linearOf(each, part), side })),
    ].filter(({ words }) => words !== '')
  })
}

const plain = (words: string): EquationPart[] => (words === '' ? [] : [{ words, side: undefined }])

const raised = { part: 'm:sup', side: 'superscript' } as const
const lowered = { part: 'm:sub', side: 'subscript' } as const
const scripts: Readonly<Record<string, readonly { part: string; side: 'superscript' | 'subscript' }[]>> = {
  'm:sSup': [raised],
  'm:sSub': [lowered],
  'm:sSubSup': [lowered, raised],
}

const inner = (element: MarkupElement | undefined): string => childrenOf(element).map(linear).join('')
const linearOf = (element: MarkupElement, part: string): string => inner(childOf(element, part))

/** In brackets, unless it is one sign or one number. */
const grouped = (words: string): string => (/^(?:[\p{L}\p{N}.]*|.)$/u.test(words) ? words : `(${words})`)

const above = (words: string): string => (words === '' ? '' : `^${grouped(words)}`)
const below = (words: string): string => (words === '' ? '' : `_${grouped(words)}`)

function linear(element: MarkupElement): string {
  const of = (part: string) => linearOf(element, part)
  switch (element.name) {
    case 'm:r':
    case 'w:r':
      return childrenOf(element)
        .filter(({ name }) => name === 'm:t' || name === 'w:t')
        .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
        .join('')
    case 'm:sSup':
      return grouped(of('m:e')) + above(of('m:sup'))
    case 'm:sSub':
      return grouped(of('m:e')) + below(of('m:sub'))
    case 'm:sSubSup':
      return grouped(of('m:e')) + below(of('m:sub')) + above(of('m:sup'))
    case 'm:sPre':
      return below(of('m:sub')) + above(of('m:sup')) + grouped(of('m:e'))
    case 'm:f':
      return `${grouped(of('m:num'))}/${grouped(of('m:den'))}`
    case 'm:rad':
      return `${of('m:deg')}√(${of('m:e')})`
    case 'm:nary':
      return `${valueOfMath(element, 'm:naryPr', 'm:chr') ?? '∫'}${below(of('m:sub'))}${above(of('m:sup'))}${grouped(of('m:e'))}`
    case 'm:d': {
      const begin = valueOfMath(element, 'm:dPr', 'm:begChr') ?? '('
      const end = valueOfMath(element, 'm:dPr', 'm:endChr') ?? ')'
      return (
        begin +
        childrenOf(element, 'm:e')
          .map(inner)
          .join(valueOfMath(element, 'm:dPr', 'm:sepChr') ?? '|') +
        end
      )
    }
    case 'm:func':
      return `${of('m:fName')}(${of('m:e')})`
    case 'm:limLow':
      return of('m:e') + below(of('m:lim'))
    case 'm:limUpp':
      return of('m:e') + above(of('m:lim'))
    case 'm:acc':
      return of('m:e') + (valueOfMath(element, 'm:accPr', 'm:chr') ?? '\u0302')
    case 'm:bar':
      return `${of('m:e')}\u0305`
    case 'm:m':
      return `[${childrenOf(element, 'm:mr')
        .map((row) => childrenOf(row, 'm:e').map(inner).join(', '))
        .join('; ')}]`
    case 'm:eqArr':
      return childrenOf(element, 'm:e').map(inner).join('；')
    default:
      return /Pr$/.test(element.name) ? '' : inner(element)
  }
}

/** A property of a part, such as its brackets; undefined where the usual one is meant, empty where there is none. */
function valueOfMath(element: MarkupElement, properties: string, name: string): string | undefined {
  const property = childOf(childOf(element, properties), name)
  return property && (property.attributes['m:val'] ?? '')
}
