import type { Revision } from '../../../disclosure/record.ts'
import type { Problem } from '../../api.ts'

/** A text as the server keeps it: that of a record, of an annual report. */
export interface Stored {
  readonly content: object
  readonly revision: number
}

/** A typed text that the server has not confirmed, and the revision that it goes on from. */
export interface TypedText<Text extends Stored = Revision> {
  readonly basedOn: number
  readonly content: Text['content']
}

/** What the server says to a text that it was sent. */
export interface SavedAs<Text extends Stored> {
  readonly revision: number
  readonly overtakenBy: Text | null
}

/** How far what was typed has come. */
export type Keeping<Text extends Stored = Revision> =
  /** The server has it, as this revision. `savedAt`: when this page saved it; null when it came so. */
  | { readonly state: 'kept'; readonly savedAt: string | null }
  | { readonly state: 'typed' | 'sending' }
  /** Not reached, or the server failed: it is kept in the browser and sent again. */
  | { readonly state: 'waiting'; readonly problem: Problem }
  /** The server does not take it as it is: it is kept in the browser until it is mended. */
  | { readonly state: 'refused'; readonly problem: Problem }
  /** Somebody else was first: their text stands, this one is kept aside as a revision of its own. */
  | { readonly state: 'overtaken'; readonly by: Text; readonly aside: number }

export interface Kept<Text extends Stored = Revision> {
  readonly content: Text['content']
  /** The revision that it goes on from. */
  readonly revision: number
  /** Counts the times on which the whole text was exchanged: whoever shows it begins anew. */
  readonly exchanged: number
  readonly keeping: Keeping<Text>
}

interface KeeperNeeds<Text extends Stored> {
  /** Sends a text. Throws `Problem`. */
  readonly send: (basedOn: number, content: Text['content']) => Promise<SavedAs<Text>>
  /** Where the typed text outlives the page. */
  readonly shelf: { readonly put: (typed: TypedText<Text>) => void; readonly clear: () => void }
  /** The present instant, ISO. */
  readonly now: () => string
  readonly onSaved: () => void
}

const settleMs = 2000
const retryMs = [2000, 5000, 15_000, 30_000]

/** Keeps what is typed: at once in the browser, and on the server two seconds after the last key. Nothing is sent twice at once. */
export class Keeper<Text extends Stored = Revision> {
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending: Promise<void> | undefined
  private failures = 0

  constructor(
    private kept: Kept<Text>,
    private readonly needs: KeeperNeeds<Text>,
  ) {}

  readonly read = (): Kept<Text> => this.kept
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Some of it was typed anew. */
  readonly type = (change: Partial<Text['content']>): void => {
    const content = { ...this.kept.content, ...change }
    this.needs.shelf.put({ basedOn: this.kept.revision, content })
    const isOvertaken = this.kept.keeping.state === 'overtaken'
    this.set({ content, ...(isOvertaken ? {} : { keeping: { state: 'typed' as const } }) })
    if (!isOvertaken) this.sendIn(settleMs)
  }

  /** The whole text is another one: read from a file, or an earlier revision. */
  readonly exchange = (content: Text['content']): void => {
    this.set({ exchanged: this.kept.exchanged + 1 })
    this.type(content)
  }

  /** Sends what was typed now. Resolves when nothing more can be done at the moment. */
  readonly flush = async (): Promise<void> => {
    this.stop()
    while (this.sending) await this.sending
    const { state } = this.kept.keeping
    if (state === 'typed' || state === 'waiting') await this.send()
  }

  /** After somebody was first: their text goes on from here; the own one stays aside. */
  readonly takeTheirs = (): void => {
    const { keeping, exchanged } = this.kept
    if (keeping.state !== 'overtaken') return
    this.needs.shelf.clear()
    this.adopt(keeping.by, exchanged)
  }

  /** After somebody was first: this text goes on top of theirs, whoever reviews sees what changed. */
  readonly putOnTop = (content: Text['content']): Promise<void> => {
    const { keeping, exchanged } = this.kept
    if (keeping.state !== 'overtaken') return Promise.resolve()
    this.needs.shelf.put({ basedOn: keeping.by.revision, content })
    this.set({ content, revision: keeping.by.revision, exchanged: exchanged + 1, keeping: { state: 'typed' } })
    return this.flush()
  }

  /** Somebody else has saved while nothing was typed here: goes on from there. */
  readonly adopt = ({ content, revision }: Pick<Text, 'content' | 'revision'>, exchanged = this.kept.exchanged) =>
    this.set({ content, revision, exchanged: exchanged + 1, keeping: { state: 'kept', savedAt: null } })

  /** The page is left; what is under way still arrives. */
  readonly close = (): void => {
    this.flush()
    this.listeners.clear()
  }

  private set(change: Partial<Kept<Text>>): void {
    this.kept = { ...this.kept, ...change }
    for (const listener of this.listeners) listener()
  }

  private stop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private sendIn(ms: number): void {
    this.stop()
    this.timer = setTimeout(() => this.flush(), ms)
  }

  private send(): Promise<void> {
    this.sending = this.sendOnce().finally(() => {
      this.sending = undefined
    })
    return this.sending
  }

  private async sendOnce(): Promise<void> {
    const { content, revision } = this.kept
    this.set({ keeping: { state: 'sending' } })
    try {
      this.arrived(content, await this.needs.send(revision, content))
    } catch (error) {
      this.failed(content, error as Problem)
    }
  }

  private arrived(sent: Text['content'], { revision, overtakenBy }: SavedAs<Text>): void {
    this.failures = 0
    const isMore = this.kept.content !== sent
    if (overtakenBy) {
      this.set({ keeping: { state: 'overtaken', by: overtakenBy, aside: revision } })
    } else if (isMore) {
      this.needs.shelf.put({ basedOn: revision, content: this.kept.content })
      this.set({ revision, keeping: { state: 'typed' } })
      this.sendIn(settleMs)
    } else {
      this.needs.shelf.clear()
      this.set({ revision, keeping: { state: 'kept', savedAt: this.needs.now() } })
    }
    this.needs.onSaved()
  }

  private failed(sent: Text['content'], problem: Problem): void {
    const mayPass = problem.status === 0 || problem.status === 429 || problem.status >= 500
    if (mayPass) {
      this.set({ keeping: { state: 'waiting', problem } })
      this.sendIn(retryMs[Math.min(this.failures, retryMs.length - 1)] ?? settleMs)
      this.failures += 1
    } else if (this.kept.content === sent) {
      this.set({ keeping: { state: 'refused', problem } })
    } else {
      this.set({ keeping: { state: 'typed' } })
      this.sendIn(settleMs)
    }
  }
}
