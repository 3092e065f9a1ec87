import { plainDate } from '../src/days/plain-date.ts'
import { numbered, writeLetter } from '../src/requests/letters/write-letter.ts'
import { officialLetterPdf } from '../src/typesetting/official-letter-pdf.ts'
import { typesetLetterDocx } from '../src/typesetting/typeset.ts'
import { median } from './measure.ts'

const organ = {
  name: '示例市营商环境建设监督局',
  kind: 'department',
  level: 'city',
  ogiWorkBody: '示例市营商环境建设监督局办公室',
  phone: '0000-1234567',
  address: '示例市示例区示例路1号',
  leadership: 'local',
  reviewBody: '示例市人民政府',
  court: null,
  onlineReview: null,
  partialDisclosureRoute: 'mandatoryReconsideration',
  noAnswerRoute: 'optional',
} as const

/** A letter that differs from every other, so that nothing of it can be taken from the typesetter's cache. */
const letter = (count: number, name: string, asked: string) =>
  numbered(
    writeLetter('answer', {
      organ,
      addressee: { name: `${name}${count}`, is: 'person' },
      madeOn: plainDate('2026-11-24'),
      request: {
        receivedOn: plainDate('2026-10-30'),
        channel: 'online',
        asked: `${count}号${asked}`,
        supplementedOn: null,
        supplemented: '',
      },
      outcome: 'denied.processInformation',
      statement: `第${count}次`,
      reason: `第${count}号会议纪要记载讨论意见，公开后会影响${count}个单位今后坦率讨论`,
      record: `权衡了${count}个方面`,
      search: null,
    }),
    `示营商公复〔2026〕${count}号`,
  )

/** Setting one answer letter, warm, each one new: ordinary, with a rare name, and of thirty pages. */
export async function benchLetter(): Promise<void> {
  console.log('letter: one answer letter, warm, in milliseconds (target for a PDF: 50)')
  let count = 0
  const next = (name: string, asked: string) => {
    count += 1
    return letter(count, name, asked)
  }
  const page = '依照有关规定对该事项进行了审查并征求了意见，'.repeat(30)
  const kinds = {
    ordinary: ['张三', '会议纪要'],
    'rare name': ['𠮷野', '会议纪要'],
    '30 pages': ['张三', page.repeat(26)],
  } as const
  for (const [kind, [name, asked]] of Object.entries(kinds)) {
    const cold = await median(1, () => officialLetterPdf(next(name, asked)))
    const pdf = await median(21, () => officialLetterPdf(next(name, asked)))
    const docx = await median(21, () => typesetLetterDocx(next(name, asked)))
    console.log(
      `  ${kind.padEnd(9)} PDF ${pdf.toFixed(0).padStart(4)} (first ${cold.toFixed(0)}), Word ${docx.toFixed(0)}`,
    )
  }
  console.log()
}
