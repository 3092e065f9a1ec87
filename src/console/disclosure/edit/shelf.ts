import type { EditionAddress } from '../records-api.ts'
import type { TypedText } from './keeper.ts'

const keyOf = (staffId: string, { recordId, edition }: EditionAddress) =>
  `kaicheng.typed.${staffId}.${recordId}.${edition}`

/** Where a typed text of one person outlives the page until the server has it. */
export function shelfOf(staffId: string, edition: EditionAddress) {
  const key = keyOf(staffId, edition)
  return {
    put: (typed: TypedText): void => {
      try {
        localStorage.setItem(key, JSON.stringify(typed))
      } catch {
        // A full store costs only this second keeping; what is on the screen is still sent.
      }
    },
    clear: (): void => localStorage.removeItem(key),
    read: (): TypedText | undefined => {
      try {
        const text = localStorage.getItem(key)
        return text === null ? undefined : (JSON.parse(text) as TypedText)
      } catch {
        return undefined
      }
    },
  }
}
