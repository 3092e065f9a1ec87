import { paragraphsOf } from './plain.ts'
import type { Text } from './text.ts'

const sign =
  /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef“”‘’—…·]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·]+/gu

/** 字数 as Word counts it: every Chinese character and full-width sign, and every word or number of other letters. */
export const wordCount = (text: Text): number =>
  paragraphsOf(text).reduce((sum, words) => sum + (words.match(sign)?.length ?? 0), 0)
