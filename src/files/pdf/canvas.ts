import { type Box, identity, meet, moved, shareWithin } from './geometry.ts'
import { filledBy, movedLine, shareInside, type Within } from './outline.ts'
import { type Area, type Sign, type State, start } from './painted.ts'
import { cornersOf, isUpright } from './shapes.ts'

const opaqueFrom = 0.9
/** Of a sign that may be painted, less than this is none that anybody reads. */
const seenFrom = 0.4

export type Look = Pick<Area, 'color' | 'kind' | 'isOpaque'>

/** One operation of a page; `at` is its number. */
export type Operation = (args: readonly unknown[], at: number) => void
export type Operations = Readonly<Record<string, Operation>>

/** What is on a page so far, and what the next operation is painted with. */
export class Canvas {
  readonly signs: Sign[] = []
  readonly areas: Area[] = []
  hasUnreadable = false
  state: State = { ...start }
  /** Where the line of text began that is being written, and where its next sign goes. */
  line = identity
  text = identity
  readonly #kept: State[] = []
  readonly #marks: boolean[] = []
  #switchedOff = 0

  save(): void {
    this.#kept.push({ ...this.state })
  }

  restore(): void {
    this.state = this.#kept.pop() ?? this.state
  }

  /** Begins a part of the page; one in a layer that is switched off is not seen. */
  begin(isSwitchedOff: boolean): void {
    this.#marks.push(isSwitchedOff)
    if (isSwitchedOff) this.#switchedOff += 1
  }

  end(): void {
    if (this.#marks.pop()) this.#switchedOff -= 1
  }

  get isSwitchedOff(): boolean {
    return this.#switchedOff > 0
  }

  get isOpaque(): boolean {
    return this.state.alpha >= opaqueFrom && !this.state.isSheer
  }

  /** Fills a box, or what of it lies within the shapes. */
  cover(at: number, box: Box, look: Look, shapes: readonly Within[] = []): void {
    if (this.isSwitchedOff) return
    const { ctm, clip, clips } = this.state
    // What stands obliquely fills only a part of the upright box around it.
    const turned = shapes.length > 0 || isUpright(ctm) ? [] : [filledBy([movedLine(ctm, cornersOf(box))], false)]
    this.areas.push({ at, ...look, box: meet(clip, moved(ctm, box)), shapes: [...clips, ...shapes, ...turned] })
  }

  picture(at: number, isWhole: boolean, box: Box = [0, 0, 1, 1]): void {
    this.cover(at, box, { color: undefined, kind: 'picture', isOpaque: isWhole && this.isOpaque })
  }

  isClippedAway(box: Box): boolean {
    const { clip, clips } = this.state
    return shareWithin(clip, box) < seenFrom || (clips.length > 0 && shareInside(box, clips) < seenFrom)
  }
}

/** A number that an operation gives; nought for whatever else stands there. */
export const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
