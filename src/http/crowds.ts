import type { ServerResponse } from 'node:http'
import { refusals } from '../refusal.ts'

export interface CrowdLimits {
  /** Of one network at one moment; a whole office behind one address has fewer. */
  readonly atOnce: number
  readonly waiting: number
}

interface Crowd {
  inside: number
  readonly waiting: (() => void)[]
}

/** Places by network: who finds none free waits for one, and keeps only those of the same network waiting. */
export interface Crowds {
  /**
   * Calls `begin` as soon as there is a place, with what leaves it before the answer is over. Where too many wait already it is
   * called at once, with a refusal; for who goes away meanwhile it is never called.
   */
  readonly enter: (whose: string, answer: ServerResponse, begin: (leave: () => void, refusal?: Error) => void) => void
}

export function openCrowds({ atOnce, waiting }: CrowdLimits): Crowds {
  const crowds = new Map<string, Crowd>()
  return {
    enter: (whose, answer, begin) => {
      const crowd = crowds.get(whose) ?? { inside: 0, waiting: [] }
      const isFull = crowd.inside >= atOnce
      if (isFull && crowd.waiting.length >= waiting) return begin(() => {}, refusals.crowded())
      crowds.set(whose, crowd)
      let stage: 'waiting' | 'inside' | 'gone' = 'waiting'
      const turn = () => {
        stage = 'inside'
        crowd.inside += 1
        begin(leave)
      }
      const leave = () => {
        if (stage === 'waiting') crowd.waiting.splice(crowd.waiting.indexOf(turn), 1)
        if (stage === 'inside') {
          crowd.inside -= 1
          crowd.waiting.shift()?.()
          if (crowd.inside === 0) crowds.delete(whose)
        }
        stage = 'gone'
      }
      answer.once('close', leave)
      if (isFull) crowd.waiting.push(turn)
      else turn()
    },
  }
}
