/** How a run of Word is printed, as far as it decides whether its digits count. */
export interface Look {
  readonly isHidden: boolean
  /** Above or below the line: a mark. */
  readonly isRaised: boolean
  /** Struck through, white, tiny or moved off the line: whether a digit set like this counts, nobody can say. */
  readonly isFaint: boolean
}

export const plainLook: Look = { isHidden: false, isRaised: false, isFaint: false }

/** Half-points below which nobody reads. */
const smallest = 5
/** Half-points by which a run is moved where it is more than an adjustment of the line. */
const moved = 4

/** A property of Word that is there is on, unless it says otherwise. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off|none)$/i.test(value)

/** The look with one more property of the run, which counts before those of its styles. */
export function withProperty(
  look: Look,
  name: string,
  value: string | undefined,
  styles: ReadonlyMap<string, Look>,
): Look {
  switch (name) {
    case 'w:rStyle':
      return together(look, styles.get(value ?? ''))
    case 'w:vanish':
    case 'w:webHidden':
    case 'w:specVanish':
      return { ...look, isHidden: isOn(value) }
    case 'w:vertAlign':
      return { ...look, isRaised: value === 'superscript' || value === 'subscript' }
    case 'w:strike':
    case 'w:dstrike':
      return isOn(value) ? { ...look, isFaint: true } : look
    case 'w:color':
      return /^(?:f[0-9a-f]){3}$/i.test(value ?? '') ? { ...look, isFaint: true } : look
    case 'w:sz':
      return Number(value) < smallest ? { ...look, isFaint: true } : look
    case 'w:position':
      return Math.abs(Number(value)) >= moved ? { ...look, isFaint: true } : look
    default:
      return look
  }
}

const together = (one: Look, other: Look | undefined): Look =>
  other
    ? {
        isHidden: one.isHidden || other.isHidden,
        isRaised: one.isRaised || other.isRaised,
        isFaint: one.isFaint || other.isFaint,
      }
    : one

const property = /<(w:[A-Za-z]{2,12})(?:\s+w:val="([^"]{0,40})")?\s*\/>/g
const matters = /<w:(?:vanish|webHidden|specVanish|vertAlign|strike|dstrike|position)\b|w:color w:val="[fF]/
/** Styles rest on each other; longer chains are made up. */
const longestChain = 20

/** The looks that styles of paragraphs and characters give, by their ids; those that give none are left out. */
export function runStyles(sheet: string): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look>()
  if (!matters.test(sheet)) return looks
  const own = new Map<string, { look: Look; basis: string | undefined }>()
  for (const style of sheet.split(/<w:style(?=\s)/).slice(1)) {
    const head = style.slice(0, style.indexOf('>'))
    const id = /w:styleId="([^"]{1,80})"/.exec(head)?.[1]
    if (id === undefined || !/w:type="(?:character|paragraph)"/.test(head)) continue
    const basis = /<w:basedOn\s+w:val="([^"]{1,80})"/.exec(style)?.[1]
    let look = plainLook
    for (const [, name = '', value] of style.matchAll(property)) look = withProperty(look, name, value, looks)
    own.set(id, { look, basis })
  }
  for (const id of own.keys()) {
    let look = plainLook
    let next: string | undefined = id
    for (let step = 0; next !== undefined && step < longestChain; step += 1) {
      const style: { look: Look; basis: string | undefined } | undefined = own.get(next)
      look = together(look, style?.look)
      next = style?.basis
    }
    if (look.isHidden || look.isRaised || look.isFaint) looks.set(id, look)
  }
  return looks
}
