import { plainDate } from '../../../days/plain-date.ts'
import type { Content } from '../../content.ts'
import { aContent, aText } from '../../testing/a-record.ts'
import { examine } from '../all-gates.ts'
import type { Finding } from '../finding.ts'
import type { GateContext } from '../gate.ts'
import { passagesOf } from '../passages.ts'
import { starterWords } from '../starter-words.ts'
import { wordFinder } from '../word-finder.ts'

const builtIn = wordFinder(starterWords)

/** What the gates may know beside the text, where nothing is amiss. */
export const aContext = (content: Content, facts: Partial<GateContext> = {}): GateContext => ({
  today: plainDate('2026-11-24'),
  passages: passagesOf(content),
  files: new Map(),
  words: builtIn,
  alike: [],
  earlier: [],
  ownAddresses: new Map(),
  notPublicNumbers: new Set(),
  organNames: [],
  linkChecks: new Map(),
  isInterpreted: true,
  interprets: null,
  ...facts,
})

/** What the gates say of a content. */
export const findingsAbout = (content: Content, facts: Partial<GateContext> = {}): Finding[] =>
  examine(content, aContext(content, facts))

/** What the gates say of a notice with these paragraphs, as `severity gate`. */
export const said = (...paragraphs: string[]): string[] =>
  findingsAbout(aContent({ text: aText(...paragraphs) })).map(({ severity, gate }) => `${severity} ${gate}`)
