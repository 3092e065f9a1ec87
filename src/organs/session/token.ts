import { randomBytes } from 'node:crypto'
import { keyedCode } from '../../db/sealed.ts'

/** What the cookie carries: whose rows to look at, and 256 bits that only this browser knows. */
export interface Token {
  readonly organId: number
  readonly secret: string
}

export const newToken = (organId: number): Token => ({ organId, secret: randomBytes(32).toString('base64url') })

/** The database knows only this; without the key nobody can write down a session there that a token of theirs opens. */
export const tokenHash = ({ secret }: Token): Buffer => keyedCode('session', secret)

export const writeToken = ({ organId, secret }: Token): string => `${organId}.${secret}`

export function readToken(text: string | undefined): Token | undefined {
  const [, organId, secret] = /^(\d{1,9})\.([A-Za-z0-9_-]{43})$/.exec(text ?? '') ?? []
  return organId && secret ? { organId: Number(organId), secret } : undefined
}
