import { type Box, everywhere, identity, type Matrix } from './geometry.ts'
import type { Within } from './outline.ts'

/** A sign on a page, where it stands and how it is painted. */
export interface Sign {
  /** When it is painted: what is painted later lies above it. */
  readonly at: number
  readonly text: string
  readonly box: Box
  /** In points, as printed. */
  readonly size: number
  /** `#rrggbb`; undefined for a pattern. */
  readonly color: string | undefined
  readonly alpha: number
  /** Written so that it leaves no mark (rendering mode 3), as under a scan. */
  readonly isUnpainted: boolean
  /** In a layer that is switched off. */
  readonly isSwitchedOff: boolean
  /** It lies where nothing may be painted at that time. */
  readonly isClippedAway: boolean
}

/** A filled area or picture. */
export interface Area {
  readonly at: number
  readonly box: Box
  /** Where it does not fill its box: it is what lies within all of these. */
  readonly shapes: readonly Within[]
  readonly color: string | undefined
  readonly kind: 'fill' | 'picture'
  /** Hides what lies under it. */
  readonly isOpaque: boolean
}

export interface Painted {
  readonly signs: readonly Sign[]
  readonly areas: readonly Area[]
  /** Signs were painted of which nobody can tell which they are. */
  readonly hasUnreadable: boolean
}

/** What the operations that come next are painted with. */
export interface State {
  ctm: Matrix
  clip: Box
  /** What is clipped otherwise than by a box. */
  clips: readonly Within[]
  fill: string | undefined
  stroke: string | undefined
  width: number
  alpha: number
  /** A blend other than normal, or a mask: what lies under it shows through. */
  isSheer: boolean
  size: number
  spacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
}

export const start: State = {
  ctm: identity,
  clip: everywhere,
  clips: [],
  fill: '#000000',
  stroke: '#000000',
  width: 1,
  alpha: 1,
  isSheer: false,
  size: 0,
  spacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
}
