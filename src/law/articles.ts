import type { PlainDate } from '../days/plain-date.ts'
import { type Confidence, type InForce, inForceOn } from './in-force.ts'
import type { LawEdition } from './law-edition.ts'
import { ogiRegulation } from './ogi-regulation.ts'
import { otherLaws } from './other-laws.ts'
import { remedyLaws } from './remedy-laws.ts'

export const lawEditions = [ogiRegulation, ...remedyLaws, ...otherLaws] as const

type IdsOf<Edition> = Edition extends { law: infer Law extends string; articles: infer Articles }
  ? `${Law} ${keyof Articles & string}`
  : never

/** Such as `条例 33 II` (paragraph) or `条例 36(4)` (item). */
export type ArticleId = IdsOf<(typeof lawEditions)[number]>

export interface Article extends InForce {
  readonly id: ArticleId
  readonly law: string
  readonly name: string
  readonly number: string | null
  readonly statement: string
  readonly confidence: Confidence
}

/** Every cited article in every edition. */
export const articles: readonly Article[] = lawEditions.flatMap((edition: LawEdition) =>
  Object.entries(edition.articles).map(([number, statement]) => ({
    id: `${edition.law} ${number}` as ArticleId,
    law: edition.law,
    name: edition.name,
    number: edition.number,
    statement,
    confidence: edition.confidence,
    from: edition.from,
    to: edition.to,
  })),
)

/** The article as it stood on `day`; undefined when it was not in force. */
export const articleOn = (id: ArticleId, day: PlainDate): Article | undefined =>
  articles.find((article) => article.id === id && inForceOn(article, day))
