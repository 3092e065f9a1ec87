import { useCallback, useState } from 'react'

const prefix = 'kaicheng.draft.'
const ownerKey = 'kaicheng.draft-owner'

const read = <Value>(key: string): Value | undefined => {
  try {
    const text = sessionStorage.getItem(prefix + key)
    return text === null ? undefined : (JSON.parse(text) as Value)
  } catch {
    return undefined
  }
}

/** Keeps what was typed in this browser tab, so that a sign-out or a reload loses nothing. */
export function keepDraft(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // A full store costs only the draft; what is on the screen stays.
  }
}

/** Texts that are being written on the pages that stand: whoever leaves sends them first. */
const openTexts = new Set<{ readonly flush: () => Promise<void> }>()

/** Counts a text among those being written, until the answer is called. */
export function textIsOpen(text: { readonly flush: () => Promise<void> }): () => void {
  openTexts.add(text)
  return () => openTexts.delete(text)
}

/** Sends what is typed everywhere; resolves when nothing more can be done. */
export const sendOpenTexts = async (): Promise<void> => {
  await Promise.allSettled([...openTexts].map((text) => text.flush()))
}

export const readDraft = read
export const forgetDraft = (key: string): void => sessionStorage.removeItem(prefix + key)

export function forgetAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
}

/** Drafts belong to one person: whoever signs in after them in the same tab finds none. */
export function claimDrafts(staffId: string): void {
  if (sessionStorage.getItem(ownerKey) !== staffId) forgetAllDrafts()
  sessionStorage.setItem(ownerKey, staffId)
}

/** A value that survives a reload of the tab until it is forgotten. */
export function useDraft<Value>(key: string, initial: Value) {
  const [value, setValue] = useState<Value>(() => read<Value>(key) ?? initial)
  const keep = useCallback(
    (next: Value) => {
      setValue(next)
      keepDraft(key, next)
    },
    [key],
  )
  const forget = useCallback(() => forgetDraft(key), [key])
  return [value, keep, forget] as const
}
