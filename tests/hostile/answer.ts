import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** What became of an input. A refusal has its status where it came over HTTP. */
export interface Outcome {
  readonly verdict: 'accept' | 'reject' | 'detect'
  readonly status?: number
  /** How the value was kept, when it was not kept as it came. */
  readonly isNormalized?: boolean
  readonly answers: readonly Answer[]
}

export const answerOf = ({ statusCode, headers, body }: LightMyRequestResponse): Answer => ({
  status: statusCode,
  headers,
  body,
})

/** Accepted below 400, else refused with that status. */
export const judged = (response: LightMyRequestResponse): Outcome => {
  const answer = answerOf(response)
  const verdict = answer.status < 400 ? 'accept' : 'reject'
  return { verdict, status: answer.status, answers: [answer] }
}

/** Whatever came over HTTP, the attempt had no effect; the way has seen to it. */
export const withoutEffect = (...responses: LightMyRequestResponse[]): Outcome => ({
  verdict: 'reject',
  answers: responses.map(answerOf),
})

export const fine = (...responses: LightMyRequestResponse[]): Outcome => ({
  verdict: 'accept',
  answers: responses.map(answerOf),
})

/** Of a program's inside: a trace, a file of the machine, a statement, what the database says. */
const leaks =
  /\bat [\w.<>]+ \(|node_modules|(?<![\w.:/])\/(?:home|root|srv|usr|var|opt|tmp|etc|mnt|app|work|build)\/[\w.-]|\/src\/|\b[\w-]+\.[cm]?[jt]sx?:\d+:\d+|\bSELECT\b.+\bFROM\b|syntax error at|SQLSTATE|violates .+ constraint|root:x:0/i

/** security.md 4.4: never a fault of ours, nothing of the inside told, the browser told what to refuse, and in which charset. */
export function expectInvariants({ status, headers, body }: Answer): void {
  expect(status, body.slice(0, 500)).toBeLessThan(500)
  const text = /^(?:text|application\/(?:json|problem))/.test(String(headers['content-type'] ?? ''))
  if (text) expect(body).not.toMatch(leaks)
  if (text && body !== '') expect(String(headers['content-type'])).toMatch(/charset=(?:utf-8|gb18030)/i)
  expect(String(headers['content-security-policy'])).toContain("default-src 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
}
