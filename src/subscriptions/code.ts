import { z } from 'zod'
import { keyedCode } from '../db/sealed.ts'

/** As it stands in the links of mails. */
export const Code = z.string().regex(/^[\w-]{43}$/)

type Whose = 'subscriber' | 'subscription request'

/** The code that belongs to a row, made with our key and kept nowhere. */
export const codeOf = (whose: Whose, organId: number, id: string): string =>
  keyedCode(whose, `${organId}/${id}`).toString('base64url')

/** By which the row of a code is found. */
export const codeHash = (code: string): Buffer => keyedCode('subscription code', code)

/** By which the same address is found, however its letters are written. */
export const addressHash = (address: string): Buffer => keyedCode('subscriber address', address.toLowerCase())
