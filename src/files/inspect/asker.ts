/**
 * On whose behalf a file is looked into or held: of an organ's staff, or whoever calls from a network. Places and room are
 * kept for staff, and no network gets all of the others.
 */
export type Asker = 'staff' | { readonly network: string }

export const networkOfAsker = (asker: Asker): string | undefined => (asker === 'staff' ? undefined : asker.network)
