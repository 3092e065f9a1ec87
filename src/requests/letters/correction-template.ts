import { chineseDate } from '../../days/plain-date.ts'
import { chineseNumber } from '../../law/article-words.ts'
import type { CorrectionFacts } from './facts.ts'
import type { LetterChange } from './letter.ts'

/** As it is printed, in marks of its own: marks inside become single ones. */
const inMarks = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`

const said = ({ where, from, to }: LetterChange): string =>
  where === 'addressee'
    ? `抬头${inMarks(from)}更正为${inMarks(to)}`
    : to === ''
      ? `删去${inMarks(from)}`
      : `${inMarks(from)}更正为${inMarks(to)}`

const decides: readonly string[] = ['answer', 'noFurtherHandling', 'thirdPartyDecision']

/** Names the letter that it corrects by title, number and day, says each change from and to, and that nothing else changes. */
export function writeCorrection({ first, before, changes }: CorrectionFacts): string[] {
  const named = `《${first.title}》（${first.number}）`
  const since = before.length > 0 ? `（此前已由${before.join('、')}更正）` : ''
  const lead = `本机关于${chineseDate(first.madeOn)}作出的${named}${since}中存在文字错误，现予更正`
  const lines = changes.map(said)
  const outcome = decides.includes(first.kind) ? '，所作的决定不变' : ''
  return [
    ...(lines.length === 1
      ? [`${lead}：${lines[0] ?? ''}。`]
      : [`${lead}：`, ...lines.map((line, index) => `（${chineseNumber(index + 1)}）${line}。`)]),
    `除上述更正外，该文书的其他内容不变${outcome}。本告知书与该文书一并使用，请一并保存。`,
  ]
}
