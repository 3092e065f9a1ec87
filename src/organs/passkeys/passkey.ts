import { z } from 'zod'
import { required } from '../text.ts'

/** So many a person may have. */
export const mostPasskeys = 10

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  readonly id: string
  readonly name: string
  readonly addedAt: Date
  readonly lastUsedAt: Date | null
}

const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
type Transport = (typeof transports)[number]
const isTransport = (text: string): text is Transport => transports.some((each) => each === text)

/** The id under which the device knows it, its public key (COSE, base64url) and how the device is reached. */
export const Credential = z.strictObject({
  id: z.string(),
  publicKey: z.string(),
  transports: z.array(z.enum(transports)),
})
export type Credential = z.infer<typeof Credential>

const refused = '浏览器送来的通行密钥内容不完整，请刷新页面后再试'
const bytes = (most: number) =>
  z
    .string(refused)
    .max(most, refused)
    .regex(/^[A-Za-z0-9_-]+$/, refused)

/** What a device answers when it is asked to sign. */
export const Signed = z.strictObject({
  id: bytes(1_400),
  clientDataJSON: bytes(8_000),
  authenticatorData: bytes(8_000),
  signature: bytes(2_000),
})
export type Signed = z.infer<typeof Signed>

/** What a device answers when it has made a passkey, and what the person calls it. */
export const NewPasskey = z.strictObject({
  name: required('请给这把通行密钥起个名字，如“办公室电脑”', 30),
  id: bytes(1_400),
  clientDataJSON: bytes(8_000),
  attestationObject: bytes(30_000),
  transports: z
    .array(z.string(refused).max(20, refused), refused)
    .max(10, refused)
    .transform((named) => named.filter(isTransport)),
})
export type NewPasskey = z.infer<typeof NewPasskey>

/**
 * Whether a device says that it has signed less often than it said before: somebody may have made a copy of it. Most devices
 * do not count, and always say 0.
 */
export const hasGoneBack = (before: number, now: number): boolean => (before > 0 || now > 0) && now <= before
