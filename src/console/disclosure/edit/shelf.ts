import type { Revision } from '../../../disclosure/record.ts'
import type { Stored, TypedText } from './keeper.ts'

/** Where a typed text of one person outlives the page until the server has it. `of`: which text, `<record>.<edition>`. */
export function shelfOf<Text extends Stored = Revision>(staffId: string, of: string) {
  const key = `kaicheng.typed.${staffId}.${of}`
  return {
    put: (typed: TypedText<Text>): void => {
      try {
        localStorage.setItem(key, JSON.stringify(typed))
      } catch {
        // A full store costs only this second keeping; what is on the screen is still sent.
      }
    },
    clear: (): void => localStorage.removeItem(key),
    read: (): TypedText<Text> | undefined => {
      try {
        const text = localStorage.getItem(key)
        return text === null ? undefined : (JSON.parse(text) as TypedText<Text>)
      } catch {
        return undefined
      }
    },
  }
}
