/** The role of the running program: it owns nothing and row-level security holds for it (migrations/0002). */
export const appRole = 'kaicheng_app'

/** The address under which the program works on our own server, where everybody may sign in by socket. */
export function asAppLogin(ownerUrl: string): string {
  return ownerUrl.replace(/^(postgres(?:ql)?:\/\/)[^@/]*@/, `$1${appRole}@`)
}

/** The same on a server of somebody else's: the given login takes on the role for the whole session. */
export const asAppRole = (ownerUrl: string): string => withSetting(ownerUrl, `role=${appRole}`)

/**
 * The address with which every connection is made: names are looked for in `pg_catalog` and then in `public`, whatever the
 * database or the role has set.
 */
export const inPublic = (url: string): string => withSetting(url, 'search_path=public')

/** Added to what the address has; of two settings of one name the later holds, and it goes before those of the database. */
function withSetting(url: string, setting: string): string {
  const added = encodeURIComponent(`-c ${setting}`)
  const [, before = '', options = '', after = ''] = /^(.*[?&]options=)([^&]*)(.*)$/s.exec(url) ?? []
  if (before) return `${before}${options}%20${added}${after}`
  return `${url}${url.includes('?') ? '&' : '?'}options=${added}`
}
