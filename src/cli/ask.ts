import { createInterface } from 'node:readline/promises'

export interface Question {
  /** The key of the answer; also the name of the option. */
  readonly id: string
  readonly text: string
  /** Taken when nothing is typed. */
  readonly preset?: string | undefined
  /** What speaks against an answer, or undefined. */
  readonly problem?: (answer: string) => string | undefined
}

export interface WrongAnswer {
  /** The question. */
  readonly id: string
  readonly why: string
}

type Answers = Record<string, string>

interface Streams {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
}

const terminalStreams: Streams = { input: process.stdin, output: process.stdout }

/** Asks what is missing and hands it to `take`, which says what is wrong with it; asks only that again, until nothing is. */
export async function askUntilRight(
  questions: (known: Answers) => readonly Question[],
  known: Answers,
  take: (answers: Answers) => Promise<readonly WrongAnswer[]>,
  streams: Streams = terminalStreams,
): Promise<void> {
  let right = known
  for (;;) {
    const answers = await askMissing(questions, right, streams)
    const wrong = await take(answers)
    if (wrong.length === 0) return
    for (const { why } of wrong) streams.output.write(`  ${why}\n`)
    right = Object.fromEntries(Object.entries(answers).filter(([answered]) => !wrong.some(({ id }) => id === answered)))
  }
}

/** Asks at the terminal what the options did not say; asks again until an answer stands. */
export async function askMissing(
  questions: (known: Answers) => readonly Question[],
  known: Answers,
  streams: Streams = terminalStreams,
): Promise<Answers> {
  const terminal = createInterface(streams)
  const lines = terminal[Symbol.asyncIterator]()
  const answers = { ...known }
  try {
    for (let index = 0; index < questions(answers).length; index += 1) {
      const question = questions(answers)[index]
      if (!question || answers[question.id] !== undefined) continue
      const { id, text, preset, problem } = question
      for (;;) {
        streams.output.write(`${text}${preset ? `（直接回车为“${preset}”）` : ''}：`)
        const { value, done } = await lines.next()
        if (done) throw new Error('没有填完，什么也没有开设')
        const answer = String(value).trim() || (preset ?? '')
        const why = problem?.(answer)
        if (why === undefined) {
          answers[id] = answer
          break
        }
        streams.output.write(`  ${why}\n`)
      }
    }
  } finally {
    terminal.close()
  }
  return answers
}
