import { originalities } from '../../disclosure/content.ts'

export const originalityLabel = (id: string): string => originalities.find((each) => each.id === id)?.label ?? id

/** 63%; a dash where there is nothing. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((100 * part) / whole)}%`
