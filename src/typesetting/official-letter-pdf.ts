import { yearMonthDay } from '../days/plain-date.ts'
import { type OfficialLetter, printLetter } from './official-letter.ts'
import source from './official-letter.typ?raw'
import { type Asker, typesetPdf } from './typeset.ts'

/** The letter as a tagged A4 PDF in 信函格式. Equal letters give equal bytes. */
export function officialLetterPdf(letter: OfficialLetter, asker: Asker = 'office'): Promise<Uint8Array> {
  return typesetPdf(source, { ...printLetter(letter), day: yearMonthDay(letter.madeOn) }, { asker })
}
