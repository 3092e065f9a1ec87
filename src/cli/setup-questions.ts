import { roleLabel } from '../organs/role.ts'
import { organKinds, organLevels, proposedFor, type SetUpQuestion, setUpQuestions } from '../organs/setup/questions.ts'
import { firstAdministrations, SetUp } from '../organs/setup/set-up.ts'
import type { Question } from './ask.ts'

type Field = Exclude<keyof SetUp, 'canMakeRules'>

/** What a word typed for the kind or level of an organ stands for; any other is left as it is, to be refused. */
const idOf = (words: Readonly<Record<string, string>>, typed: string): string =>
  Object.entries(words).find(([, word]) => word === typed)?.[0] ?? typed

const choices: Partial<Record<Field, readonly string[]>> = {
  kind: Object.values(organKinds),
  level: Object.values(organLevels),
}
const presets: Partial<Record<Field, string>> = { kind: organKinds.department, level: organLevels.city }

function textOf({ id, label, hint, mayBeEmpty }: SetUpQuestion): string {
  if (choices[id]) return `${label}：${choices[id].join('、')}`
  const aside = hint ?? (mayBeEmpty && '可留空')
  return aside ? `${label}，${aside}` : label
}

/** What is asked, in order; an answer may shape what is proposed for the next. */
export function setupQuestions(answered: Record<string, string>): (Question & { id: Field })[] {
  const ask = (id: Field, text: string, preset?: string) => ({
    id,
    text,
    preset,
    problem: (answer: string) => problemOf(id, answer),
  })
  return [
    ...setUpQuestions.map((question) => {
      const { id } = question
      return ask(id, textOf(question), presets[id] ?? proposedFor(id, answered))
    }),
    ...firstAdministrations.map((id, index) =>
      ask(id, `${roleLabel(id)}（登录名:姓名${index === 0 ? '，如 zhangsan:张三' : ''}）`),
    ),
  ]
}

/** The answers in the form of `SetUp`, not yet checked; what may be left empty is. */
export function readSetUp(answers: Record<string, string>, canMakeRules: boolean): Record<string, unknown> {
  const entries = setupQuestions(answers).map(({ id }) => [id, readAnswer(id, answers[id] ?? '')])
  return { ...Object.fromEntries(entries), canMakeRules }
}

function problemOf(id: Field, answer: string): string | undefined {
  const read = SetUp.shape[id].safeParse(readAnswer(id, answer))
  return read.success ? undefined : read.error.issues[0]?.message
}

function readAnswer(id: Field, answer: string): unknown {
  if (id === 'kind') return idOf(organKinds, answer)
  if (id === 'level') return idOf(organLevels, answer)
  if (id !== 'systemAdmin' && id !== 'securityAdmin' && id !== 'auditAdmin') return answer
  const [, login = '', name = ''] = /^([^:：]*)[:：]?(.*)$/s.exec(answer) ?? []
  return { login, name }
}
