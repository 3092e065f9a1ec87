import { chineseDate, type PlainDate } from '../../../days/plain-date.ts'
import { findOutcome, type OutcomeId } from '../../../law/outcomes.ts'
import type { PartGround } from '../../withheld-part.ts'
import { isToOthers, type Letter } from '../letter.ts'
import type { ReviewedOrgan } from '../remedy-paragraph.ts'
import { quoted } from '../wording.ts'
import { lacksOfArticles } from './articles.ts'
import { lacksInHead } from './head.ts'
import { type Lack, unless } from './lack.ts'
import { lacksOfRemedies } from './remedies.ts'
import { lacksOfTyped, type TypedText } from './typed.ts'

/** What a letter is held against: the case as it stands, not what the letter says of it. */
export interface LintMatter {
  readonly organ: ReviewedOrgan
  readonly receivedOn: PlainDate | null
  /** What the request asks for, in its own words. */
  readonly asked: string
  /** Null: a letter that decides nothing. */
  readonly outcome: OutcomeId | null
  /** Of a partial disclosure: under what its parts are withheld. */
  readonly grounds: readonly PartGround[]
  readonly typed: readonly TypedText[]
  readonly isKnown: (words: string) => boolean
  readonly electronic: boolean
  readonly today: PlainDate
}

const isCorrection = ({ kind }: Letter): boolean => kind === 'correction' || kind === 'correctionToOthers'

/**
 * What keeps a letter from going up for approval and from leaving: everything that §4.3 asks of it and that is not there, each
 * with where it is mended. Reads the letter as its reader would; empty: it may go.
 */
export function lacksOf(letter: Letter, matter: LintMatter): Lack[] {
  const { paragraphs, enclosures } = letter
  const { outcome, grounds, typed, isKnown, today } = matter
  const text = paragraphs.join('\n')
  const act = outcome ?? (letter.kind === 'thirdPartyDecision' ? 'thirdPartyHarm' : null)
  const [last = '', decision] = act ? [paragraphs.at(-1), paragraphs.slice(0, -1).join('\n')] : ['', text]
  return [
    ...lacksInHead(letter),
    ...lacksOfOpening(letter, text, matter),
    ...(isCorrection(letter)
      ? unless(/《[^》]+》（[^）]*号）/.test(text), 'corrected', '没有写明所更正的文书的名称和文号，请重新拟写')
      : lacksOfArticles({ kind: letter.kind, outcome, grounds }, decision, letter.madeOn)),
    ...lacksOfReason(matter, letter.madeOn),
    ...lacksOfTyped({
      texts: typed,
      letter: [letter.addressee, text, ...enclosures.map(({ name }) => name)].join('\n'),
      isKnown,
      today,
    }),
    ...(act ? lacksOfRemedies(last, { ...matter, act, day: letter.madeOn }) : []),
  ]
}

/** To the applicant: when the request was received and what it asks for, as the registration says it now. */
function lacksOfOpening(letter: Letter, text: string, { receivedOn, asked }: LintMatter): Lack[] {
  if (isToOthers(letter.kind) || isCorrection(letter)) return []
  if (!receivedOn) return unless(false, 'receipt', '还没有确认收到申请的日期，请先办理“确认收到”')
  return [
    ...unless(
      text.includes(`于${chineseDate(receivedOn)}收到`),
      'receipt',
      `没有写明收到申请的日期（登记为${chineseDate(receivedOn)}），请撤回或者退回后重新拟写`,
    ),
    ...unless(
      text.includes(quoted(asked)),
      'asked',
      '没有引用申请公开的内容，或者与登记的不一致，请撤回或者退回后重新拟写',
    ),
  ]
}

/** Where the law asks for reasons, something of the case is said. */
function lacksOfReason({ outcome, typed }: LintMatter, day: PlainDate): Lack[] {
  if (!outcome || !findOutcome(outcome, day)?.needsReason) return []
  const isSaid = typed.some(({ field, text }) => /(?:^|\.)reason$/.test(field ?? '') && text.trim() !== '')
  return unless(isSaid, 'reason', '没有写明理由，请结合本案事实写明', 'reason')
}
