import { missedSome } from '../db/listen.ts'

/** What a notification of `portal_changed` says. */
export interface HeardChange {
  /** Undefined: of every organ. */
  readonly organId: number | undefined
  /** Something was withdrawn, or may have been: what was known must not be shown again. */
  readonly isWithdrawal: boolean
}

/** `7`: of organ 7 · `withdrawn 7` · nothing, or what nobody understands: of all. What was missed may have been anything. */
export function readChange(said: string): HeardChange {
  const [, withdrawn, organ] = /^(withdrawn )?(\d{1,10})$/.exec(said) ?? []
  if (organ === undefined)
    return { organId: undefined, isWithdrawal: said === missedSome || said.startsWith('withdrawn') }
  return { organId: Number(organ), isWithdrawal: withdrawn !== undefined }
}
