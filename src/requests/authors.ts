import { passagesAfter, writersOf } from '../review/authorship.ts'
import type { Passage } from '../review/passage.ts'
import { isLetterStep, type LetterStep } from './approval-levels.ts'
import type { EventData } from './event.ts'
import { lineOf } from './fold-letters.ts'
import type { RequestHistory } from './history.ts'
import { textsOfAnswer, textsOfStep } from './letter-texts.ts'
import { type StepWith, stepInputs } from './step-inputs.ts'

/** What somebody filled in for an answer or a letter: neither the words of its template nor what the register says. */
interface FilledIn {
  readonly by: string | null
  /** Of each sign it is known who wrote it. */
  readonly texts: readonly string[]
  /** The outcome, grounds, days and files, each chosen as a whole. */
  readonly choices: readonly string[]
}

interface Written extends FilledIn {
  readonly passages: readonly Passage[]
  readonly chosenBy: ReadonlyMap<string, string | null>
}

const isSame = (one: FilledIn, other: FilledIn): boolean =>
  JSON.stringify([one.texts, one.choices]) === JSON.stringify([other.texts, other.choices])

function written(before: Written | undefined, now: FilledIn): Written {
  return {
    ...now,
    passages: passagesAfter(before?.passages ?? [], before?.texts ?? [], now.texts, now.by),
    chosenBy: new Map(now.choices.map((choice) => [choice, before?.chosenBy.get(choice) ?? now.by])),
  }
}

/** Whose words and choices stand in the last of these, each in the place of the one before. What is as it once was is whose it was. */
function authorsOf(all: readonly FilledIn[]): string[] {
  const before: Written[] = []
  for (const now of all) before.push(before.find((each) => isSame(each, now)) ?? written(before.at(-1), now))
  const last = before.at(-1)
  if (!last) return []
  const chosen = [...last.chosenBy.values()].filter((by) => by !== null)
  return [...new Set([...writersOf(last.passages), ...chosen])]
}

type Answer = Pick<
  EventData<'answerDrafted'>,
  | 'outcome'
  | 'reason'
  | 'statement'
  | 'record'
  | 'search'
  | 'parts'
  | 'consultations'
  | 'reasonable'
  | 'earlierId'
  | 'fileIds'
>

function filledInAnswer(by: string | null, answer: Answer): FilledIn {
  const { outcome, parts, consultations, reasonable, earlierId, fileIds } = answer
  // An earlier answer that is chosen is named by the register.
  const texts = textsOfAnswer(earlierId === null ? answer : { ...answer, record: '' })
  return {
    by,
    texts: texts.map(({ text }) => text),
    choices: [
      outcome,
      ...parts.map(({ under }) => `under ${under}`),
      ...consultations.map((id) => `consultation ${id}`),
      ...reasonable.map((id) => `reasonable ${id}`),
      ...(earlierId === null ? [] : [earlierId]),
      ...fileIds,
    ],
  }
}

type LetterInput = Pick<EventData<'letterDrafted'>, 'input'> & { readonly step: LetterStep }

function filledInLetter(by: string | null, { step, input }: LetterInput): FilledIn {
  const corrections = stepInputs.correctLetter.shape.corrections.safeParse(input.corrections).data ?? []
  // What a correction quotes was written by nobody here.
  const texts =
    step === 'correctLetter' ? corrections.map(({ to }) => to) : textsOfStep(step, input).map(({ text }) => text)
  const dueOn = typeof input.dueOn === 'string' ? [input.dueOn] : []
  const charged = step === 'notifyFee' ? [String(input.basis), String(input.pages ?? '')] : []
  return { by, texts, choices: [...dueOn, ...charged, ...corrections.map(({ from, to }) => `${from}→${to}`)] }
}

/** Whose words would stand in an answer that this person puts up now: the first to write them, for as long as they stand. */
export const authorsOfAnswer = (
  { drafts }: Pick<RequestHistory, 'drafts'>,
  answer: Answer,
  by: string | null,
): string[] => authorsOf([...drafts.map((each) => filledInAnswer(each.by.id, each)), filledInAnswer(by, answer)])

/** The same of a letter: it may say again what any letter of its step said that was sent back. */
export function authorsOfLetter(
  { returnedLetters }: Pick<RequestHistory, 'returnedLetters'>,
  now: LetterInput,
  by: string | null,
): string[] {
  const ofStep = returnedLetters.filter(({ letter }) => letter.step === now.step)
  const before = ofStep.map((each) => lineOf(each).map((letter) => filledInLetter(letter.by.id, letter)))
  const filledIn = filledInLetter(by, now)
  return [...new Set([...before, []].flatMap((each) => authorsOf([...each, filledIn])))]
}

/** Whose words would stand in what the step puts up; nobody's where it puts up nothing. */
export function authorsOfStep({ name, input }: StepWith, history: RequestHistory, by: string | null): string[] {
  if (name === 'draftAnswer') return authorsOfAnswer(history, input, by)
  return isLetterStep(name) ? authorsOfLetter(history, { step: name, input: { ...input } }, by) : []
}
