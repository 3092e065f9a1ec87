import type { PublicText } from '../public-records.ts'
import type { DecisionKind } from './decision-fields.ts'

/** What a decision is published as; undefined for compulsion, which no rule publishes one by one. */
export const publishedAs: Readonly<Partial<Record<DecisionKind, PublicText['type']>>> = {
  licensing: 'licenceDecision',
  penalty: 'penaltyDecision',
}
