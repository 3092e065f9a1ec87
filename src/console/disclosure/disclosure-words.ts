import { officeTime } from '../words.ts'

/** 10:32, by the office's clock. */
export const clockTime = (instant: string): string => officeTime(instant).slice(-5)

/** The first eight characters of a text's hash, by which people tell texts apart. */
export const shortHash = (hash: string | null): string => (hash ? hash.slice(0, 8) : '')
