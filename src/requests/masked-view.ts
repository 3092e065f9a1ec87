import type { CaseView, DraftView } from './case-view.ts'
import type { Letter } from './letters/letter.ts'
import { maskConsulted } from './masked.ts'
import { withoutWords } from './masked-events.ts'
import { withoutServiceWords } from './service/show-service.ts'
import { withoutOthersWords } from './work/show-work.ts'

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
  answers: {},
  reason: '',
  statement: '',
  record: '',
  search: null,
  parts: [],
  letter: withoutNames(draft.letter),
  files: withoutFileNames(draft.files),
  looked: withoutFileNames(draft.looked).map((each) => ({ ...each, where: '', reason: '' })),
})

const withoutOpinions = (levels: CaseView['approvals']): CaseView['approvals'] =>
  levels.map((level) => ({ ...level, approved: level.approved && { ...level.approved, opinion: '' } }))

const withoutReason = (sentBack: CaseView['sentBack']): CaseView['sentBack'] =>
  sentBack && { ...sentBack, reason: '', suggested: '' }

/**
 * The page of a request as whoever may not know who asks sees it: no letter and no file names them, and nothing is shown that was
 * typed, but the content asked for, which every list shows, with its purpose and the assistance that is needed, and what the events
 * of `told` say to them.
 */
export const withoutWhom = (view: CaseView, told: ReadonlySet<number>): CaseView => ({
  ...view,
  askedBefore: null,
  supplementAsked: '',
  fee: view.fee && { ...view.fee, counted: [], way: '', code: '', receiptNumber: '' },
  events: view.events.map((event) => (told.has(event.seq) ? event : withoutWords(event))),
  work: withoutOthersWords(view.work, told),
  consultations: view.consultations.map((each) => ({ ...each, about: '', reason: '' })),
  registration: [],
  correction: view.correction && { ...view.correction, reason: '', lines: [] },
  corrected: [],
  withdrawal: view.withdrawal && {
    ...view.withdrawal,
    reason: '',
    proof: { ...view.withdrawal.proof, evidence: '' },
  },
  service: withoutServiceWords(view.service),
  letters: view.letters.map((each) => ({ ...each, corrects: each.corrects && { ...each.corrects, changes: [] } })),
  rounds: view.rounds.map((each) => ({
    ...each,
    body: '',
    documentNumber: '',
    answer: each.answer && { ...each.answer, lateReason: '' },
  })),
  files: view.files.flatMap((file) => (told.has(file.seq) ? [file] : withoutFileNames([file]))),
  given: withoutFileNames(view.given),
  draft: view.draft && withoutDraft(view.draft),
  returned: view.returned && { draft: withoutDraft(view.returned.draft), reason: '' },
  approvals: withoutOpinions(view.approvals),
  sentBack: withoutReason(view.sentBack),
  waitingLetters: view.waitingLetters.map((each) => ({
    ...each,
    letter: withoutNames(each.letter),
    levels: withoutOpinions(each.levels),
    sentBack: withoutReason(each.sentBack),
    reason: '',
  })),
  returnedLetters: view.returnedLetters.map((each) => ({
    ...each,
    addressee: maskConsulted(each.addressee),
    reason: '',
    sentBack: withoutReason(each.sentBack),
    input: {},
  })),
})
