/** The first eight characters of a text's hash, by which people tell texts apart. */
export const shortHash = (hash: string | null): string => (hash ? hash.slice(0, 8) : '')
