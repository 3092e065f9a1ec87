import type { CaseView, DraftView } from './case-view.ts'
import type { Letter } from './letters/letter.ts'
import { maskConsulted } from './masked.ts'

const withheld = '（文书全文由承办科室、政府信息公开工作机构和负责审批的人员查看。）'

const withoutNames = (letter: Letter): Letter => ({
  ...letter,
  addressee: maskConsulted(letter.addressee),
  paragraphs: [withheld],
  enclosures: [],
})

/** People name what they send after themselves. */
const withoutFileNames = <File extends { readonly name: string }>(files: readonly File[]): File[] =>
  files.map((file) => ({ ...file, name: '（文件名不显示）' }))

const withoutDraft = (draft: DraftView): DraftView => ({
  ...draft,
  letter: withoutNames(draft.letter),
  files: withoutFileNames(draft.files),
  looked: withoutFileNames(draft.looked),
})

/** The page of a request as whoever may not know who asks sees it: no letter and no file names them, and nothing typed of a letter is shown. */
export const withoutWhom = (view: CaseView): CaseView => ({
  ...view,
  files: withoutFileNames(view.files),
  given: withoutFileNames(view.given),
  draft: view.draft && withoutDraft(view.draft),
  returned: view.returned && { ...view.returned, draft: withoutDraft(view.returned.draft) },
  waitingLetters: view.waitingLetters.map((each) => ({ ...each, letter: withoutNames(each.letter) })),
  returnedLetters: view.returnedLetters.map((each) => ({
    ...each,
    addressee: maskConsulted(each.addressee),
    input: {},
  })),
})
