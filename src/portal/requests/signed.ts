import { timingSafeEqual } from 'node:crypto'
import { keyedCode } from '../../db/sealed.ts'

const sealOf = (purpose: string, text: string): string => keyedCode(purpose, text).subarray(0, 16).toString('base64url')

/** The text with our signature for one purpose behind it: a form or cookie may carry it and cannot change it. */
export const signed = (purpose: string, text: string): string => `${text}.${sealOf(purpose, text)}`

/** The text that was signed for this purpose; undefined for anything else. */
export function readSigned(purpose: string, token: string): string | undefined {
  const at = token.lastIndexOf('.')
  if (at < 0 || token.length > 300) return undefined
  const text = token.slice(0, at)
  const given = Buffer.from(token.slice(at + 1))
  const expected = Buffer.from(sealOf(purpose, text))
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : undefined
}
