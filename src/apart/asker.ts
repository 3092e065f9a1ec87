/**
 * On whose behalf something is done apart or held in memory: of the office, or of whoever calls from a network. Places and room
 * are kept for the office, and no network gets all of the others.
 */
export type Asker = 'office' | { readonly network: string }

export const networkOfAsker = (asker: Asker): string | undefined => (asker === 'office' ? undefined : asker.network)
