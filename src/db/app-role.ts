/** The role of the running program: it owns nothing and row-level security holds for it (migrations/0002). */
export const appRole = 'kaicheng_app'

/** The address under which the program works on our own server, where everybody may sign in by socket. */
export function asAppLogin(ownerUrl: string): string {
  return ownerUrl.replace(/^(postgres(?:ql)?:\/\/)[^@/]*@/, `$1${appRole}@`)
}

/** The same on a server of somebody else's: the given login takes on the role for the whole session. */
export function asAppRole(ownerUrl: string): string {
  return `${ownerUrl}${ownerUrl.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c role=${appRole}`)}`
}
