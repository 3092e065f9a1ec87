import type { EditionAddress } from '../records-api.ts'

/** What a way to begin a record is given. */
export interface ChoiceProps {
  readonly isBusy: boolean
  readonly onBegin: (ask: () => Promise<EditionAddress>) => void
}
