/** Why a sign-in by the directory came to nothing; the sign-in page has the words. */
export const directoryOutcomes = ['down', 'failed', 'cancelled', 'noAccount'] as const
export type DirectoryOutcome = (typeof directoryOutcomes)[number]

/** Only a path of the console is gone back to, never another site. */
export function consolePath(asked: string): string {
  const url = URL.parse(asked, 'https://console.invalid')
  const isOurs = url?.origin === 'https://console.invalid' && url.pathname.startsWith('/console/')
  return isOurs ? `${url.pathname}${url.search}` : '/console/'
}
