import type { Outcome } from './answer.ts'
import type { Entry } from './entry.ts'
import type { Scene } from './scene.ts'

/** How an input of a target is sent, and what became of it. Throws where something else than the verdict is wrong. */
export type Way = (scene: Scene, input: unknown, entry: Entry) => Promise<Outcome>

/** An attempt told in words: the first whose pattern fits is made. One that nobody has told how to make fails. */
export const told =
  (...flows: readonly (readonly [pattern: RegExp, way: Way])[]): Way =>
  (scene, input, entry) => {
    const words = typeof input === 'string' ? input : JSON.stringify(input)
    const [, way] = flows.find(([pattern]) => pattern.test(words)) ?? []
    if (!way) throw new Error(`${entry.target}: nobody has told how to do “${words.slice(0, 200)}”`)
    return way(scene, input, entry)
  }
