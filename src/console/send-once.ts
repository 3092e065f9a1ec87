import { Problem } from './problem.ts'

interface Sending {
  readonly text: string
  readonly answer: Promise<unknown>
}

/** What is on its way, by where it goes. */
const underway = new Map<string, Sending>()

const shelf = 'kaicheng.unanswered'

/** Keys under which something was sent without an answer, by where it went; they outlive a reloading of the page. */
function unanswered(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(shelf) ?? '{}')
  } catch {
    return {}
  }
}

function note(path: string, key: string | undefined): void {
  const { [path]: _, ...others } = unanswered()
  try {
    sessionStorage.setItem(shelf, JSON.stringify(key === undefined ? others : { ...others, [path]: key }))
  } catch {
    // Without storage a key lasts as long as its sending.
  }
}

/** Nobody knows whether the server did it: it was not reached, or broke down over it. */
const isUncertain = (error: unknown) => !(error instanceof Problem) || error.status === 0 || error.status >= 500

/**
 * Sends under a key, so that what creates something does it once. The same sent again while it is on its way is that sending;
 * what was not answered keeps its key for the next try; an answer, or a refusal, ends it.
 */
export function sendOnce<Answer>(path: string, text: string, send: (key: string) => Promise<Answer>): Promise<Answer> {
  const before = underway.get(path)
  if (before?.text === text) return before.answer as Promise<Answer>
  const key = (before ? undefined : unanswered()[path]) ?? crypto.randomUUID()
  note(path, key)
  const answer = send(key)
    .catch((error: unknown) => {
      if (!isUncertain(error)) note(path, undefined)
      throw error
    })
    .then((given) => {
      note(path, undefined)
      return given
    })
    .finally(() => {
      if (underway.get(path)?.answer === answer) underway.delete(path)
    })
  underway.set(path, { text, answer })
  return answer
}
