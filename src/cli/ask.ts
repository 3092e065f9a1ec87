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

/** Asks at the terminal what the options did not say; asks again until an answer stands. */
export async function askMissing(
  questions: (known: Record<string, string>) => readonly Question[],
  known: Record<string, string>,
  streams: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream } = {
    input: process.stdin,
    output: process.stdout,
  },
): Promise<Record<string, string>> {
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
