import type { Answers, wayTaken } from '../../../requests/decision.ts'

type WayTaken = ReturnType<typeof wayTaken>

/** The answers on the way, without those that lie off it. */
export const answersOn = (way: WayTaken): Answers =>
  Object.fromEntries(way.map(({ question, option }) => [question.id, option.id]))

/** Turning back at a question forgets what was answered there and after it. */
export const answersBefore = (way: WayTaken, questionId: string): Answers =>
  answersOn(
    way.slice(
      0,
      way.findIndex(({ question }) => question.id === questionId),
    ),
  )
