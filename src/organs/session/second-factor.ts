import { generateURI, ScureBase32Plugin, verifySync } from 'otplib'
import { toString as drawQr } from 'qrcode'
import { z } from 'zod'
import { keyedCode } from '../../db/sealed.ts'

/** RFC 6238; a clock may be half a minute off. */
const tolerance = 30
const secretBytes = 20

/** The six digits, however they are typed. */
export const Code = z
  .string()
  .transform((typed) => typed.normalize('NFKC').replaceAll(' ', ''))
  .pipe(z.string().regex(/^\d{6}$/, '动态口令是六位数字'))

/** The secret offered to a session: the same each time the page is read again, and kept nowhere until it is confirmed. */
export const offeredSecret = (sessionToken: string): string =>
  new ScureBase32Plugin().encode(keyedCode('second factor', sessionToken).subarray(0, secretBytes), { padding: false })

/** The step of a right code that is later than the last one used; undefined for a wrong or a used code. */
export function stepOfCode(secret: string, code: string, lastStep: number, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(now.getTime() / 1000)
  // The library refuses a last step beyond its window: a clock set back makes every code a used one.
  if (lastStep > Math.floor((epoch + tolerance) / 30)) return undefined
  const result = verifySync({ secret, token: code, epoch, epochTolerance: tolerance, afterTimeStep: lastStep })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

export interface Enrolment {
  readonly secret: string
  readonly uri: string
  /** A data URL of the code that an authenticator scans. */
  readonly qr: string
}

export async function enrolmentFor(sessionToken: string, login: string, organName: string): Promise<Enrolment> {
  const secret = offeredSecret(sessionToken)
  const uri = generateURI({ issuer: `开诚 ${organName}`, label: login, secret })
  const svg = await drawQr(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
  return { secret, uri, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` }
}
