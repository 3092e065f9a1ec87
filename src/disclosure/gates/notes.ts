import { notesIn } from '../../text/notes.ts'
import { paragraphsOf } from '../../text/plain.ts'
import { numberOfNote } from '../../text/renumber-notes.ts'
import type { Gate } from './gate.ts'
import { finding } from './rules.ts'

/** Notes that are called by a number under which another one stands above. */
export const noteGate: Gate = ({ text }) => {
  const { firstCall } = notesIn(text)
  const seen = new Set<number>()
  let paragraph = 0
  return text.content.flatMap((block) => {
    const lines = paragraphsOf({ type: 'doc', content: [block] })
    const place = `text:${paragraph}`
    paragraph += lines.length
    const number = numberOfNote(block)
    if (number === null || !firstCall.has(number)) return []
    const isAgain = seen.has(number)
    seen.add(number)
    return isAgain ? [finding('noteTwice', place, (lines[0] ?? '').slice(0, 40))] : []
  })
}
