import { type PlainDate, plainDate } from '../days/plain-date.ts'

/** Something that a government's own report must tell, and the words by which a reader knows that it does. */
export interface ReportMatter {
  readonly id: string
  readonly label: string
  readonly words: readonly string[]
  readonly article: string
  readonly from: PlainDate
}

const from = plainDate('2019-05-15')
const article = '条例第五十条第四项'

/** Art. 50(4): what the report of a people's government tells beside what every organ's does. */
export const governmentMatters: readonly ReportMatter[] = [
  { id: 'assessment', label: '工作考核', words: ['考核'], article, from },
  { id: 'appraisal', label: '社会评议', words: ['评议'], article, from },
  { id: 'accountability', label: '责任追究结果', words: ['责任追究', '追责', '问责'], article, from },
]
