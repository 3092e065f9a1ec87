import { findOutcome, type OutcomeId } from '../../law/outcomes.ts'
import { answerTemplates } from './answer-templates.ts'
import type { Asks } from './asks.ts'
import { closingTemplates } from './closing-templates.ts'
import { contactLine } from './contact-line.ts'
import { denialTemplates, exemptionArticle } from './denial-templates.ts'
import type { AnswerFacts, FactsOf } from './facts.ts'
import { type Letter, type LetterKind, letterKinds } from './letter.ts'
import { noticeTemplates } from './notice-templates.ts'
import { received } from './opening.ts'
import { remedyParagraph } from './remedy-paragraph.ts'
import { type OutcomeTemplate, type Template, templateOn } from './template.ts'
import { youOf } from './you.ts'

const outcomeTemplates: Record<Exclude<OutcomeId, 'withdrawn'>, OutcomeTemplate> = {
  ...answerTemplates,
  ...denialTemplates,
  ...closingTemplates,
}

/** What the letter of an outcome asks for; nothing where there is no letter. */
export const asksOf = (outcome: OutcomeId): Asks => (outcome === 'withdrawn' ? {} : outcomeTemplates[outcome].asks)

/** The template that tells an outcome on that day, with its edition; undefined where there is no letter. */
export const templateFor = (outcome: OutcomeId, day: Letter['madeOn']): string | undefined =>
  outcome === 'withdrawn' ? undefined : templateOn(outcomeTemplates[outcome], day)

/** How the letter of an outcome is called in a sentence. */
export const documentOf = (outcome: OutcomeId): '答复书' | '告知书' =>
  letterKindOf(outcome) === 'noFurtherHandling' ? '告知书' : '答复书'

/** Which letter tells an outcome: an answer, that the request is no longer handled, or none for a withdrawn one. */
export function letterKindOf(outcome: OutcomeId): 'answer' | 'noFurtherHandling' | null {
  if (outcome === 'withdrawn') return null
  return outcome === 'other.supplementOverdue' || outcome === 'other.feeUnpaid' ? 'noFurtherHandling' : 'answer'
}

type Draft = Pick<Letter, 'template' | 'paragraphs' | 'enclosures'>

function notice<Kind extends keyof typeof noticeTemplates>(kind: Kind, facts: FactsOf[Kind]): Draft {
  const template: Template<FactsOf[Kind]> = noticeTemplates[kind]
  return { template: templateOn(template, facts.madeOn), paragraphs: [...template.write(facts)], enclosures: [] }
}

function tellThirdParty(facts: FactsOf['thirdPartyDecision']): Draft {
  const draft = notice('thirdPartyDecision', facts)
  const { organ, madeOn, electronic = false } = facts
  const how = { you: youOf(facts), document: '告知书', electronic }
  return { ...draft, paragraphs: [...draft.paragraphs, remedyParagraph('thirdPartyHarm', organ, madeOn, how)] }
}

function tellOutcome(kind: 'answer' | 'noFurtherHandling', facts: AnswerFacts): Draft {
  const { outcome, organ, madeOn, electronic = false, withheld = [] } = facts
  if (outcome === 'withdrawn' || letterKindOf(outcome) !== kind || !findOutcome(outcome, madeOn))
    throw new RangeError(`${kind} does not tell ${outcome} on ${madeOn}`)
  const template = outcomeTemplates[outcome]
  const remedies = remedyParagraph(outcome, organ, madeOn, {
    you: youOf(facts),
    document: kind === 'answer' ? '答复书' : '告知书',
    electronic,
    withholdsExempt: withheld.length === 0 || withheld.some(({ under }) => findOutcome(under, madeOn)?.exemption),
    withheldUnder: [...new Set(withheld.flatMap(({ under }) => exemptionArticle(under) ?? []))],
  })
  return {
    template: templateOn(template, madeOn),
    paragraphs: [received(facts.request, youOf(facts)), ...template.write(facts), remedies],
    enclosures: [...(facts.enclosures ?? [])],
  }
}

const drafts: { readonly [Kind in LetterKind]: (facts: FactsOf[Kind]) => Draft } = {
  receiptAcknowledgement: (facts) => notice('receiptAcknowledgement', facts),
  supplementNotice: (facts) => notice('supplementNotice', facts),
  reasonsNotice: (facts) => notice('reasonsNotice', facts),
  feeNotice: (facts) => notice('feeNotice', facts),
  extensionNotice: (facts) => notice('extensionNotice', facts),
  delayNotice: (facts) => notice('delayNotice', facts),
  thirdPartyConsultation: (facts) => notice('thirdPartyConsultation', facts),
  coOrganConsultation: (facts) => notice('coOrganConsultation', facts),
  thirdPartyDecision: tellThirdParty,
  correction: (facts) => notice('correction', facts),
  correctionToOthers: (facts) => notice('correctionToOthers', facts),
  answer: (facts) => tellOutcome('answer', facts),
  noFurtherHandling: (facts) => tellOutcome('noFurtherHandling', facts),
}

/**
 * The letter as the law of `madeOn` wants it, not yet numbered. Refuses (`record_missing`) when a text is empty that
 * such a letter must contain; throws RangeError for an outcome that this kind of letter does not tell on that day.
 */
export function writeLetter<Kind extends LetterKind>(kind: Kind, facts: FactsOf[Kind]): Letter {
  const { organ, addressee, madeOn } = facts
  return {
    kind,
    ...drafts[kind](facts),
    title: letterKinds.find(({ id }) => id === kind)?.label ?? '',
    number: null,
    addressee: addressee.name,
    organ: organ.name,
    madeOn,
    contact: contactLine(organ),
  }
}

/** The same letter with its 发文字号, which it gets when it is issued; its hash stays. */
export const numbered = (letter: Letter, number: string): Letter => ({ ...letter, number })
