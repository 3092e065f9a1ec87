import { keepDraft, readDraft } from '../drafts.ts'

interface Kept {
  /** What the form began with when it was typed over. */
  readonly began: unknown
  readonly typed: unknown
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What was typed over `began`, now over `now`: a field that nobody touched says what it says now. */
export function typedOver({ began, typed }: Kept, now: unknown): unknown {
  if (!isRecord(typed)) return typed === undefined || isSame(began, typed) ? now : typed
  const [before, after] = [isRecord(began) ? began : {}, isRecord(now) ? now : {}]
  return Object.fromEntries(
    [...new Set([...Object.keys(after), ...Object.keys(typed)])].map((name) => [
      name,
      typedOver({ began: before[name], typed: typed[name] }, after[name]),
    ]),
  )
}

/** A field that was emptied is written down as such; otherwise it would say again what it said first. */
const withEmptied = (values: object): unknown =>
  JSON.parse(JSON.stringify(values, (_, value: unknown) => (value === undefined ? null : value)))

/** Keeps what is typed in a form until it is saved, also when the form is closed or the page is read anew. */
export const keepTyped = (key: string, began: object, typed: object): void =>
  keepDraft(key, { began, typed: withEmptied(typed) } satisfies Kept)

/** What a form begins with: what was typed and not saved, over what stands now; undefined where nothing else was typed. */
export function typedBefore(key: string, now: object): object | undefined {
  const kept = readDraft<Kept>(key)
  const typed = kept && typedOver(kept, now)
  return isRecord(typed) && !isSame(typed, typedOver({ began: now, typed: now }, now)) ? typed : undefined
}
