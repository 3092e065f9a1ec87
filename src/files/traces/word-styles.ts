import { parseMarkup } from '../../typesetting/parse-markup.ts'

/** What decides whether somebody sees words, as a run or a style gives it. */
export interface Look {
  readonly color?: string
  readonly isHidden?: boolean
  /** In half points. */
  readonly size?: number
  /** Behind the words. */
  readonly fill?: string
  readonly highlight?: string
}

const isOn = (value: string | undefined): boolean => !['0', 'false', 'off'].includes(value ?? 'true')
const highlights: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'FFFFFF',
  darkGray: '808080',
  lightGray: 'C0C0C0',
  darkBlue: '000080',
  red: 'FF0000',
  yellow: 'FFFF00',
  green: '00FF00',
  cyan: '00FFFF',
  blue: '0000FF',
  magenta: 'FF00FF',
}
const themes: Readonly<Record<string, string>> = {
  background1: 'FFFFFF',
  light1: 'FFFFFF',
  text1: '000000',
  dark1: '000000',
}
const colorOf = (value: string | undefined): string | undefined =>
  value && /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : undefined

/** What an element of run, paragraph or cell properties adds to a look; undefined for one that says nothing of it. */
export function lookOf(name: string, given: Readonly<Record<string, string>>): Look | undefined {
  const value = given['w:val']
  switch (name) {
    case 'w:color': {
      const color = themes[given['w:themeColor'] ?? ''] ?? colorOf(value)
      return color === undefined || given['w:themeTint'] || given['w:themeShade'] ? {} : { color }
    }
    case 'w:vanish':
      return { isHidden: isOn(value) }
    case 'w:sz':
      return { size: Number(value) }
    case 'w:highlight': {
      const highlight = highlights[value ?? '']
      return highlight === undefined ? {} : { highlight }
    }
    case 'w:shd': {
      // A pattern of solid lines is of the pattern's colour, whatever lies behind it.
      const fill =
        value === 'solid'
          ? (colorOf(given['w:color']) ?? '000000')
          : (colorOf(given['w:fill']) ?? themes[given['w:themeFill'] ?? ''])
      return fill === undefined ? {} : { fill }
    }
    default:
      return undefined
  }
}

/** The looks of styles by their ids, each with that of the style it is based on. */
export function stylesIn(xml: string): (id: string | undefined) => Look {
  const own = new Map<string, { look: Look; basedOn: string }>()
  let current: { look: Look; basedOn: string } | undefined
  parseMarkup(
    xml,
    {
      onopentag(name, given) {
        if (name === 'w:style') {
          current = { look: {}, basedOn: '' }
          own.set(given['w:styleId'] ?? '', current)
        }
        if (!current) return
        if (name === 'w:basedOn') current.basedOn = given['w:val'] ?? ''
        current.look = { ...current.look, ...lookOf(name, given) }
      },
      onclosetag(name) {
        if (name === 'w:style') current = undefined
      },
    },
    { xmlMode: true },
  )
  const whole = (id: string | undefined, steps = 0): Look => {
    const style = own.get(id ?? '')
    return style && steps < 10 ? { ...whole(style.basedOn, steps + 1), ...style.look } : {}
  }
  return (id) => whole(id)
}
