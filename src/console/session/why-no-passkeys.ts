import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import type { Me } from '../api.ts'

/** Why this person cannot use a passkey here and now; undefined: they can. */
export function whyNoPasskeys({ passkeys: { origin, whyNot } }: Pick<Me, 'passkeys'>): string | undefined {
  if (whyNot !== null) return whyNot
  if (origin !== null && location.origin !== origin) return `通行密钥只在 ${origin} 上有效，请从这个网址登录。`
  return browserSupportsWebAuthn() ? undefined : '这个浏览器不支持通行密钥，请换用新版的浏览器。'
}
