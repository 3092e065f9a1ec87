import { turnsText, unturned } from '../../turned-text.ts'
import type { Gate } from './gate.ts'
import { passagesOf } from './passages.ts'
import { finding } from './rules.ts'

/** Typed words that read otherwise on the page than in print. Files of others stay as they are. */
export const turnedGate: Gate = (content) =>
  passagesOf(content)
    .filter(({ text }) => turnsText(text))
    .map(({ place, text }) => finding('turnedText', place, unturned(text).slice(0, 40)))
