import type { PlainDate } from '../../../days/plain-date.ts'
import { articleWords, placeInLaw } from '../../../law/article-words.ts'
import type { ArticleId } from '../../../law/articles.ts'
import { findOutcome, type OutcomeId } from '../../../law/outcomes.ts'
import { groundOf, type PartGround } from '../../withheld-part.ts'
import { cite } from '../cite.ts'
import type { LetterKind } from '../letter.ts'
import { type Lack, unless } from './lack.ts'

/** What each letter that decides nothing rests on. A correction rests on the letter that it corrects. */
const articlesOfKind: Partial<Record<LetterKind, readonly ArticleId[]>> = {
  receiptAcknowledgement: ['条例 33 II'],
  supplementNotice: ['条例 30'],
  reasonsNotice: ['条例 35'],
  feeNotice: ['条例 42'],
  extensionNotice: ['条例 33 II'],
  delayNotice: ['条例 35'],
  thirdPartyConsultation: ['条例 15', '条例 32'],
  coOrganConsultation: ['条例 34'],
  thirdPartyDecision: ['条例 15', '条例 32'],
}

/** What an outcome rests on where the table of the report's form names only the form. */
const beyondTheForm: Partial<Record<OutcomeId, readonly ArticleId[]>> = {
  'notProcessed.confirmOrReissue': ['条例 27'],
}

const law = (id: ArticleId): string => id.slice(0, id.indexOf(' '))

function articlesOfOutcome(outcome: OutcomeId, day: PlainDate): readonly ArticleId[] {
  const article = findOutcome(outcome, day)?.article
  if (!article || law(article) === '年度报告格式') return beyondTheForm[outcome] ?? []
  return [article]
}

export interface Rests {
  readonly kind: LetterKind
  readonly outcome: OutcomeId | null
  readonly grounds: readonly PartGround[]
}

/** The articles that a letter must cite on that day, each once. */
export function articlesWanted({ kind, outcome, grounds }: Rests, day: PlainDate): readonly ArticleId[] {
  const own = outcome ? articlesOfOutcome(outcome, day) : (articlesOfKind[kind] ?? [])
  return [...new Set([...own, ...grounds.flatMap((ground) => groundOf(ground)?.article ?? [])])]
}

/** Whether a text cites an article: its law by name, and after it the place, in one sentence. */
function isCited(text: string, id: ArticleId, day: PlainDate): boolean {
  const [name = ''] = /^《[^》]+》/.exec(cite(day, id)) ?? []
  const place = placeInLaw(id)
  return text
    .split(name)
    .slice(1)
    .some((after) => (/^[^。；\n]*/.exec(after)?.[0] ?? '').includes(place))
}

/** The articles that are not cited; of an outcome that no article stands for, whether any law is named at all. */
export function lacksOfArticles(rests: Rests, text: string, day: PlainDate): Lack[] {
  const wanted = articlesWanted(rests, day)
  if (wanted.length === 0)
    return unless(
      rests.outcome === null || /《[^》]+》/.test(text),
      'article',
      '这种处理没有固定的条款，请在理由中写明所依据的法律、法规及其条款（用书名号）',
      'reason',
    )
  const missing = wanted.filter((id) => !isCited(text, id, day))
  return unless(
    missing.length === 0,
    'article',
    `没有引用${missing.map(articleWords).join('、')}，请按现行格式重新拟写`,
  )
}
