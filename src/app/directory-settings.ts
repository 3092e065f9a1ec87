import { readFileSync } from 'node:fs'
import type { DirectorySettings } from '../organs/directory/directory.ts'

/** From `KAICHENG_OIDC_…`; undefined where no directory is named. */
export function directorySettings(env: NodeJS.ProcessEnv): DirectorySettings | undefined {
  const {
    KAICHENG_OIDC_ISSUER: issuer,
    KAICHENG_OIDC_CLIENT_ID: clientId,
    KAICHENG_OIDC_SECRET_FILE: secretFile,
    KAICHENG_OIDC_NAME: name,
    KAICHENG_OIDC_LOGIN_CLAIM: claim,
    KAICHENG_OIDC_TRUSTED_ACR: acr = '',
  } = env
  if (!issuer) return undefined
  const url = URL.parse(issuer)
  const isPlain = url?.protocol === 'http:' && (url.hostname === '127.0.0.1' || url.hostname === 'localhost')
  if (!url || (url.protocol !== 'https:' && !isPlain))
    throw new Error(`KAICHENG_OIDC_ISSUER 的值“${issuer}”不是统一身份认证的 https 地址`)
  if (!clientId || !secretFile || !name)
    throw new Error(
      '设了 KAICHENG_OIDC_ISSUER 的，还要设 KAICHENG_OIDC_CLIENT_ID、KAICHENG_OIDC_SECRET_FILE、KAICHENG_OIDC_NAME',
    )
  const secret = readFileSync(secretFile, 'utf8').trim()
  if (!secret) throw new Error(`KAICHENG_OIDC_SECRET_FILE 所指的文件 ${secretFile} 是空的`)
  const trustedAcr = acr.split(',').flatMap((each) => each.trim() || [])
  return { issuer: url, clientId, secret, name, claim: claim || 'preferred_username', trustedAcr }
}
