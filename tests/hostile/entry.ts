import { readFileSync } from 'node:fs'
import { hasSamples, sampleAt } from '../samples.ts'

/** An entry of hostile-inputs.json: what is tried, where, and what must come of it. */
export interface Entry {
  readonly id: string
  readonly category: string
  /** Logical: `public.submit.idNumber`, `staff.case.read`, … */
  readonly target: string
  readonly input: unknown
  /** Verdicts, ` | `, the reason. */
  readonly expect: string
}

/** All entries; undefined where the file is not at hand, since it is not part of the repository. */
export const readEntries = (): readonly Entry[] | undefined =>
  hasSamples ? (JSON.parse(readFileSync(sampleAt('hostile-inputs.json'), 'utf8')) as Entry[]) : undefined

export interface Wanted {
  readonly verdict: 'accept' | 'reject' | 'detect'
  /** How it is accepted: normalized, escaped, sanitized, flagged. */
  readonly how: string | null
  /** With which status it is refused; none: any, as long as it has no effect. */
  readonly codes: readonly number[]
}

/** `accept-escaped or reject:404/429 | why` */
export function readExpectation(expect: string): Wanted[] {
  const [verdicts = ''] = expect.split(' | ')
  return verdicts.split(' or ').map((text) => {
    const [, verdict, how = null, codes = ''] =
      /^(accept|reject|detect)(?:-(\w+))?(?::([\d/]+))?$/.exec(text.trim()) ?? []
    if (!verdict) throw new Error(`no verdict: ${text}`)
    return {
      verdict: verdict as Wanted['verdict'],
      how,
      codes: codes ? codes.split('/').map(Number) : [],
    }
  })
}

/**
 * The file was written before this house settled how it refuses (src/http/problems.ts). What it calls 400 is here also 422
 * (a field is wrong), 414, 415 and 431 (length and type), 421 (the host); what is not even an id is not looked for.
 */
const alike: Readonly<Record<number, readonly number[]>> = {
  400: [400, 413, 414, 415, 421, 422, 431],
  404: [404, 400, 422],
  415: [415, 400],
  422: [422, 400],
}

export const isAlike = (wanted: number, status: number): boolean => (alike[wanted] ?? [wanted]).includes(status)
