/** Names in an environment variable, parted by commas. */
export const readList = (text: string | undefined): string[] =>
  (text ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || [])

/** The address under which the public knows the site, without a slash at the end; undefined where nobody has said. */
export function publicOrigin({ KAICHENG_ORIGIN, KAICHENG_HOSTS }: NodeJS.ProcessEnv): string | undefined {
  const [host] = readList(KAICHENG_HOSTS)
  return readOrigin(KAICHENG_ORIGIN) ?? (host && `https://${host}`)
}

/** The same, and where nobody has said the address on this machine. */
export const siteOrigin = (env: NodeJS.ProcessEnv = process.env): string =>
  publicOrigin(env) ?? `http://127.0.0.1:${env.PORT || 3000}`

/** Whether readers may be told of what is new by mail: there is a mail server, and an address to which a mail can link. */
export const tellsByMail = (env: NodeJS.ProcessEnv): boolean =>
  !!env.KAICHENG_SMTP_URL && publicOrigin(env) !== undefined

function readOrigin(text: string | undefined): string | undefined {
  if (!text) return undefined
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new Error(`KAICHENG_ORIGIN 的值“${text}”不是网站地址，写法为 https://www.shili.gov.cn`)
  return url.origin
}
