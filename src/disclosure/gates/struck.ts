import { struckIn } from '../../text/plain.ts'
import type { Gate } from './gate.ts'
import { finding } from './rules.ts'

/** Words that are struck out: they stand in the text, and do not hold. */
export const struckGate: Gate = ({ text }) =>
  struckIn(text).map(({ words, paragraph }) => finding('struckText', `text:${paragraph}`, words.slice(0, 40)))
