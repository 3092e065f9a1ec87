import { isUnseen } from '../colors.ts'
import { areaOf, type Box, middleOf, shareWithin } from './geometry.ts'
import { shareInside, type Within } from './outline.ts'
import type { Area, Painted, Sign } from './painted.ts'

/** Why a reader of the page does not see words that stand in it. */
export type Unseen = 'covered' | 'pale' | 'tiny' | 'invisible' | 'outside' | 'switchedOff' | 'underScan' | 'clipped'

const tinyBelow = 2
/** So much of a sign must be covered; a line through it covers less. */
const coveredFrom = 0.6
const scanFrom = 0.7
/** Of the areas that lie at a place, so many are asked. */
const mostAreas = 400
const cell = 24

/** The words of a page that are there and are not seen, in the order of the page. */
export function unseenOn({ signs, areas }: Painted, view: Box): Map<Unseen, string> {
  const isScan =
    areas.reduce((sum, { kind, box }) => sum + (kind === 'picture' ? areaOf(box) : 0), 0) >= scanFrom * areaOf(view)
  const placed = gridOf(areas, view)
  const last = lastPainted(signs)
  const found = new Map<Unseen, string[]>()
  for (const sign of signs) {
    const why = whyUnseen(sign, { isScan, near: placed(sign.box), view, last })
    if (why) (found.get(why) ?? found.set(why, []).get(why))?.push(sign.text)
  }
  return new Map(
    [...found].flatMap(([why, texts]) => {
      const words = texts.join('').replace(/\s+/g, ' ').trim()
      // A dot that separates, or a sign that a program sets for itself, says nothing to anybody.
      const written = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0
      return written >= (why === 'pale' || why === 'tiny' ? 2 : 1) ? [[why, words] as const] : []
    }),
  )
}

interface Surroundings {
  readonly isScan: boolean
  readonly near: readonly Area[]
  readonly view: Box
  readonly last: (sign: Sign) => number
}

function whyUnseen(sign: Sign, { isScan, near, view, last }: Surroundings): Unseen | undefined {
  if (sign.text.trim() === '') return undefined
  if (sign.isSwitchedOff) return 'switchedOff'
  const [x, y] = middleOf(sign.box)
  if (x < view[0] - 1 || x > view[2] + 1 || y < view[1] - 1 || y > view[3] + 1) return 'outside'
  if (sign.isClippedAway) return 'clipped'
  if (sign.isUnpainted || sign.alpha === 0) return isScan ? 'underScan' : 'invisible'
  if (sign.size < tinyBelow) return 'tiny'
  const shown = last(sign)
  const above = near
    .slice(-mostAreas)
    .filter(({ at, isOpaque, box }) => at > shown && isOpaque && shareWithin(box, sign.box) > 0)
  const whole = above.find((area) => isCovered(sign.box, area))
  if (whole) return isScan && whole.kind === 'picture' ? 'underScan' : 'covered'
  // Many small dabs of a brush hide a sign together.
  const isUnder: Within = (atX, atY) => above.some((area) => holds(area, atX, atY))
  if (above.length > 1 && shareInside(sign.box, [isUnder]) >= coveredFrom) return 'covered'
  return isPale(sign, near) ? 'pale' : undefined
}

const holds = ({ box: [left, bottom, right, top], shapes }: Area, x: number, y: number): boolean =>
  left <= x && right >= x && bottom <= y && top >= y && shapes.every((shape) => shape(x, y))

const isCovered = (sign: Box, { box, shapes }: Area): boolean =>
  shareWithin(box, sign) >= coveredFrom && shareInside(sign, shapes) >= coveredFrom

/** Painted again later at the same place, a sign is seen by its last painting. */
function lastPainted(signs: readonly Sign[]): (sign: Sign) => number {
  const key = ({ text, box }: Sign) => `${text} ${Math.round(box[0])} ${Math.round(box[1])}`
  const last = new Map<string, number>()
  for (const sign of signs) if (!sign.isUnpainted && !sign.isSwitchedOff) last.set(key(sign), sign.at)
  return (sign) => Math.max(sign.at, last.get(key(sign)) ?? 0)
}

function isPale({ color, alpha, box, at }: Sign, near: readonly Area[]): boolean {
  if (color === undefined) return false
  const [x, y] = middleOf(box)
  const within = (area: Area) => area.at < at && holds(area, x, y)
  const below = near.filter(within)
  const under = below.findLast(({ isOpaque }) => isOpaque)
  // Over a picture, a pattern, or something that shows through, nobody knows what colour lies there.
  if (below.some((area) => !area.isOpaque && area.at > (under?.at ?? -1))) return false
  if (under && (under.kind === 'picture' || under.color === undefined)) return false
  return isUnseen(color.slice(1), (under?.color ?? '#ffffff').slice(1), alpha)
}

/** The areas that lie about a place, found without asking each. */
function gridOf(areas: readonly Area[], view: Box): (box: Box) => readonly Area[] {
  const [columns, rows] = [view[2] - view[0], view[3] - view[1]].map((size) =>
    Math.min(200, Math.ceil(size / cell) + 1),
  )
  const cells = new Map<number, Area[]>()
  const across = (x: number) => Math.max(0, Math.min((columns ?? 1) - 1, Math.floor((x - view[0]) / cell)))
  const up = (y: number) => Math.max(0, Math.min((rows ?? 1) - 1, Math.floor((y - view[1]) / cell)))
  const whole: Area[] = []
  for (const area of areas) {
    const { box } = area
    if (areaOf(box) >= 0.5 * areaOf(view)) {
      if (whole.length < mostAreas) whole.push(area)
      continue
    }
    for (let row = up(box[1]); row <= up(box[3]); row += 1)
      for (let column = across(box[0]); column <= across(box[2]); column += 1) {
        const key = row * 1000 + column
        const list = cells.get(key)
        if (list) list.push(area)
        else cells.set(key, [area])
      }
  }
  const known = new Map<number, readonly Area[]>()
  return (box) => {
    const [x, y] = middleOf(box)
    const key = up(y) * 1000 + across(x)
    const before = known.get(key)
    if (before) return before
    const near = [...whole, ...(cells.get(key) ?? []).slice(-mostAreas)].sort((a, b) => a.at - b.at)
    known.set(key, near)
    return near
  }
}
