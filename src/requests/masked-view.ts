import type { CaseView } from './case-view.ts'
import type { Letter } from './letters/letter.ts'
import { maskConsulted } from './masked.ts'

const withheld = '（文书全文由承办科室、政府信息公开工作机构和负责审批的人员查看。）'

const withoutNames = (letter: Letter): Letter => ({
  ...letter,
  addressee: maskConsulted(letter.addressee),
  paragraphs: [withheld],
  enclosures: [],
})

/** The page of a request as whoever may not know who asks sees it: no letter names them, and nothing typed of one is shown. */
export const withoutWhom = (view: CaseView): CaseView => ({
  ...view,
  draft: view.draft && { ...view.draft, letter: withoutNames(view.draft.letter) },
  returned: view.returned && {
    ...view.returned,
    draft: { ...view.returned.draft, letter: withoutNames(view.returned.draft.letter) },
  },
  waitingLetters: view.waitingLetters.map((each) => ({ ...each, letter: withoutNames(each.letter) })),
  returnedLetters: view.returnedLetters.map((each) => ({
    ...each,
    addressee: maskConsulted(each.addressee),
    input: {},
  })),
})
