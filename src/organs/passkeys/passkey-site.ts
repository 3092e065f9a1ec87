import { isIP } from 'node:net'

/** Where passkeys work: a browser binds each to the name of one site. Or why they do not. */
export type PasskeySite =
  | { readonly origin: string; readonly name: string; readonly whyNot?: undefined }
  | { readonly whyNot: string }

/** Of the site's public address: browsers want https and a name, or the machine itself by its name. */
export function passkeySite(origin: string): PasskeySite {
  const { protocol, hostname: name } = new URL(origin)
  if (name === 'localhost') return { origin, name }
  if (protocol !== 'https:')
    return { whyNot: '本平台的网址不以 https 开头，浏览器不允许使用通行密钥；请系统运维人员为本平台启用 https。' }
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0)
    return { whyNot: '本平台按 IP 地址访问，浏览器不允许使用通行密钥；请系统运维人员为本平台启用域名。' }
  return { origin, name }
}
