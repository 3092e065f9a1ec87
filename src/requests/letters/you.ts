import type { Addressee } from './facts.ts'

const forms = { person: '你', organisation: '你单位', organ: '贵单位', unknown: '你（单位）' } as const

/** How the letter speaks to its reader. */
export const youOf = ({ addressee }: { readonly addressee: Addressee }): string => forms[addressee.is]
