import type { PlainDate } from '../../days/plain-date.ts'
import type { SeenFile } from '../../files/traces/findings.ts'
import type { Content } from '../content.ts'
import type { Finding } from './finding.ts'
import type { Passage } from './passages.ts'
import type { WordFinder } from './word-finder.ts'

/** A published record whose title or number is like that of the text. */
export interface AlikeRecord {
  readonly title: string
  readonly number: string
  /** `/{organ}/records/{number}`. */
  readonly address: string
  /** Of the titles, 0–1. */
  readonly similarity: number
  readonly hasSameNumber: boolean
}

/** Something published before, by anybody, that the text is much like. */
export interface EarlierText {
  readonly title: string
  readonly organName: string
  readonly publishedOn: PlainDate
  /** `/{organ}/records/{number}`. */
  readonly address: string
  /** How much of the words they have in common, 0–100. */
  readonly percent: number
}

/** How a link did when it was last followed; null: it answered. */
export interface LinkCheck {
  readonly problem: string | null
  readonly checkedOn: PlainDate
}

export type { SeenFile }

/** Whatever a gate may know beside the text itself; loaded before, so that gates are pure. */
export interface GateContext {
  readonly today: PlainDate
  /** All that people have typed and all text of the files. */
  readonly passages: readonly Passage[]
  /** What stands in each attached file and picture, by its id. */
  readonly files: ReadonlyMap<string, SeenFile>
  readonly words: WordFinder
  readonly alike: readonly AlikeRecord[]
  /** Of a text that is marked as original; the most alike first. */
  readonly earlier: readonly EarlierText[]
  /** Addresses of our own platform that the text points to. */
  readonly ownAddresses: ReadonlyMap<string, 'public' | 'withdrawn'>
  /** Numbers of documents cited in it that this platform knows as not public. */
  readonly notPublicNumbers: ReadonlySet<string>
  /** Names of the organs on this platform, its own first. */
  readonly organNames: readonly string[]
  readonly linkChecks: ReadonlyMap<string, LinkCheck>
  /** Whether an interpretation of this record is drafted or published. */
  readonly isInterpreted: boolean
  /** What has become of the record that this one interprets. */
  readonly interprets: 'inForce' | 'withdrawn' | 'notPublished' | null
}

/** Looks for one kind of thing. Pure; never throws, whatever the text. */
export type Gate = (content: Content, context: GateContext) => Finding[]

/** The same of words alone, which may be those of a file that is no record. */
export type WordsGate = (content: unknown, context: Pick<GateContext, 'today' | 'passages'>) => Finding[]
