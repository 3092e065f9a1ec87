import type { PlainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import type { LevelId } from '../review/level.ts'
import type { StepView } from '../steps/step.ts'
import type { AfterAnswer } from './after-answer.ts'
import type { Opinion, RequestEvent, SearchRecord, WithdrawalProof } from './event.ts'
import type { FeeView } from './fees/fee-view.ts'
import type { Letter } from './letters/letter.ts'
import type { ProposalView } from './proposal/proposal.ts'
import type { RoundView } from './reanswer/round-view.ts'
import type { RegistrationField } from './registration.ts'
import type { RequestStatus } from './request-status.ts'
import type { SentBackView } from './sent-back.ts'
import type { ServiceView } from './service/service-view.ts'
import type { StepName } from './step-inputs.ts'
import type { WithheldPart } from './withheld-part.ts'
import type { WorkView } from './work/work-view.ts'

/** One day of the clock strip, from receipt to the due day. */
export interface StripDay {
  readonly day: PlainDate
  /** `excluded`: a working day that is not counted because others are being consulted, or the applicant explains. */
  readonly kind: 'start' | 'counted' | 'weekend' | 'holiday' | 'makeUpWorkday' | 'localClosure' | 'excluded'
  /** Why, in words: 周末, 国庆节放假, 征求第三方甲意见 … */
  readonly label: string
  /** Which counted day it is; null on a day that does not count. */
  readonly number: number | null
  readonly isToday: boolean
  readonly isDue: boolean
}

/** The clock of a request, explained. */
export interface ClockView {
  readonly startedOn: PlainDate
  readonly dueOn: PlainDate
  /** Twenty, and what was added (art. 33). */
  readonly allowedDays: number
  readonly usedDays: number
  /** Working days left today; those that have passed since, below nought, when it is over. */
  readonly leftDays: number
  /** The last day has passed, also where no working day has since. */
  readonly isOver: boolean
  /** Why the clock begins on that day. */
  readonly startReason: string
  /** 每段不计入期限的时间 */
  readonly excluded: readonly { readonly label: string; readonly from: PlainDate; readonly to: PlainDate }[]
  readonly isPaused: boolean
  /** A year without a holiday notice was touched. */
  readonly provisional: boolean
  readonly calendarVersion: string
  readonly days: readonly StripDay[]
}

/** What is due next on a request, whatever it is. */
export interface Due {
  readonly kind:
    | 'confirmReceipt'
    | 'answer'
    | 'supplementByApplicant'
    | 'explainReasons'
    | 'delayedAnswer'
    | 'feePayment'
    | 'reanswer'
  readonly on: PlainDate
  /** In words, with the article: 20个工作日内答复（条例第三十三条）. */
  readonly why: string
  /** As of the clock. */
  readonly leftDays: number
  readonly isOver: boolean
  readonly isToday: boolean
}

export interface ApprovalLevelView {
  readonly id: LevelId
  readonly level: number
  readonly role: Role
  readonly label: string
  /** The unit whose matter it is, where only somebody of it may sign. */
  readonly unitId: string | null
  readonly checklist: readonly string[]
  /** Who signed the text that stands and would have to again, since it was sent back; null where nobody did. */
  readonly voided: {
    readonly by: string
    readonly on: PlainDate
    readonly hash: string
  } | null
  readonly approved: {
    readonly by: string
    readonly on: PlainDate
    readonly hash: string
    readonly opinion: string
  } | null
}

/** A request as the finder shows it: nothing of who asks. */
export interface FoundRequest {
  readonly id: string
  readonly number: string
  readonly summary: string
  readonly status: RequestStatus
}

/** A line of the work queue. Names are masked. */
export interface QueueItem {
  readonly id: string
  readonly number: string
  readonly summary: string
  readonly applicant: string
  readonly applicantKind: string
  readonly channel: string
  readonly status: RequestStatus
  readonly receivedOn: PlainDate | null
  readonly due: Due | null
  readonly isPaused: boolean
  readonly concludedOn: PlainDate | null
  readonly unitName: string | null
  readonly handlerName: string | null
  /** Whose turn it is, in words; null where it waits for nobody. */
  readonly waitsFor: string | null
}

export interface CaseFile {
  readonly id: string
  readonly name: string
  readonly contentType: string
  readonly size: number
  readonly purpose: string
  readonly seq: number
}

/** Something that a file which an answer gives carries beside what it shows. */
export interface EnclosureFinding {
  readonly fileId: string
  readonly name: string
  readonly kind: string
  readonly severity: 'block' | 'confirm' | 'hint'
  /** What it is and what to do. */
  readonly message: string
  readonly where: string
  /** Why it may stay, as whoever drafted the answer has said. */
  readonly reason: string
}

/** An answer as it was drafted. */
export interface DraftView {
  readonly outcome: string
  readonly outcomeLabel: string
  readonly answers: Readonly<Record<string, string>>
  readonly reason: string
  readonly statement: string
  readonly record: string
  readonly search: SearchRecord | null
  readonly parts: readonly WithheldPart[]
  /** Of a whole refusal for a third party's sake: the consultations that it concerns, and the objections found reasonable. */
  readonly consultations: readonly number[]
  readonly reasonable: readonly number[]
  readonly earlierId: string | null
  /** The information that it gives, in the order of the letter's enclosures. */
  readonly files: readonly CaseFile[]
  /** What was seen in these files. */
  readonly looked: readonly EnclosureFinding[]
  readonly letter: Letter
  readonly hash: string
  readonly by: string
}

/** A field of the registration as it was and as it should be; personal data masked. */
export interface CorrectionLine {
  readonly label: string
  readonly from: string
  readonly to: string
}

/** Everything the case page shows. Personal data are masked. */
export interface CaseView {
  readonly id: string
  readonly number: string
  readonly seq: number
  readonly origin: 'live' | 'imported'
  readonly status: RequestStatus
  readonly channel: string
  readonly summary: string
  /** Before it was split, in the applicant's own words; null where it never was. */
  readonly askedBefore: string | null
  readonly purpose: string
  readonly formWanted: string
  readonly routeWanted: string
  readonly assistance: string
  readonly arrivedOn: PlainDate
  readonly receivedOn: PlainDate | null
  readonly unitId: string | null
  readonly unitName: string | null
  readonly handlerId: string | null
  readonly handlerName: string | null
  /** Why it stays masked for whoever looks; null where it may be opened. */
  readonly maskedBecause: string | null
  /** Masked: 张*, 138****1234 … */
  readonly applicant: {
    readonly kind: string
    readonly name: string
    readonly identity: string
    readonly phone: string
    readonly email: string
    readonly address: string
    readonly agent: string | null
  }
  readonly clock: ClockView | null
  readonly due: Due | null
  /** What the applicant may do where the last day to answer has passed; null where it has not. */
  readonly noAnswer: string | null
  /** What the applicant may do against the answer that stands; null where none stands. */
  readonly afterAnswer: AfterAnswer | null
  readonly steps: readonly StepView<StepName>[]
  readonly events: readonly RequestEvent[]
  readonly consultations: readonly {
    readonly id: number
    readonly party: 'thirdParty' | 'coOrgan'
    readonly label: string
    /** An organisation's in clear, a person's masked. */
    readonly name: string
    readonly about: string
    readonly sentOn: PlainDate
    readonly deliveredOn: PlainDate | null
    readonly lapsesOn: PlainDate
    readonly answeredOn: PlainDate | null
    readonly opinion: Opinion | null
    readonly reason: string
    readonly notifiedOn: PlainDate | null
  }[]
  /** What was taken down, field by field, masked. */
  readonly registration: readonly { readonly id: RegistrationField; readonly now: string }[]
  /** A correction that a second person has still to confirm. */
  readonly correction: {
    readonly by: string
    readonly reason: string
    readonly lines: readonly CorrectionLine[]
  } | null
  /** What each correction changed, by its event. */
  readonly corrected: readonly { readonly seq: number; readonly lines: readonly CorrectionLine[] }[]
  /** What each event made void, by its number. */
  readonly overtaken: readonly { readonly seq: number; readonly words: string }[]
  readonly draft: DraftView | null
  /** The last draft, where it was sent back, and why. */
  readonly returned: { readonly draft: DraftView; readonly reason: string } | null
  readonly approvals: readonly ApprovalLevelView[]
  /** How the answer was last sent back; null once it was drafted or approved since. */
  readonly sentBack: SentBackView | null
  readonly letters: readonly {
    readonly seq: number
    readonly kind: string
    readonly label: string
    readonly number: string
    readonly issuedOn: PlainDate
    /** What it corrects, of a letter of correction; null of any other. */
    readonly corrects: {
      readonly seq: number
      readonly number: string
      readonly changes: readonly { readonly from: string; readonly to: string }[]
    } | null
    /** How it was sealed; null: nobody has said. Of an electronic seal the PDF says the rest. */
    readonly seal: { readonly kind: 'electronic' | 'paper'; readonly on: PlainDate; readonly byName: string } | null
    /** The letters that have corrected it since, the first one first. */
    readonly correctedBy: readonly { readonly seq: number; readonly number: string; readonly issuedOn: PlainDate }[]
  }[]
  readonly files: readonly CaseFile[]
  /** Of these the ones given with the answer; none before it was sent. */
  readonly given: readonly CaseFile[]
  /** The answers that were given again. */
  readonly rounds: readonly RoundView[]
  /** Letters on the way to the answer that are up for approval, each with its chain. */
  readonly waitingLetters: readonly {
    readonly draft: number
    readonly step: StepName
    readonly letter: Letter
    readonly hash: string
    readonly by: string
    readonly levels: readonly ApprovalLevelView[]
    readonly sentBack: SentBackView | null
    /** Why an earlier letter is to be corrected, which the letter itself does not say; empty for any other. */
    readonly reason: string
    /** Why whoever looks may not approve it now; null: they may. */
    readonly why: string | null
  }[]
  /** The letters that were sent back, each with what its step was given, and why. */
  readonly returnedLetters: readonly {
    readonly step: StepName
    readonly title: string
    readonly addressee: string
    readonly input: Readonly<Record<string, unknown>>
    readonly reason: string
    /** Null where a corrected registration took it back. */
    readonly sentBack: SentBackView | null
  }[]
  /** That the applicant takes it back, waiting for a second person. */
  readonly withdrawal: { readonly reason: string; readonly proof: WithdrawalProof; readonly by: string } | null
  /** Hand-over, opinions of other units, notes that name whoever looks. */
  readonly work: WorkView
  readonly proposals: readonly ProposalView[]
  /** The fee that was charged here; null where none was. */
  readonly fee: FeeView | null
  /** How each letter was served. */
  readonly service: readonly ServiceView[]
  /** How a fee is paid here, as the organ has set it; empty where it has not. */
  readonly feeWay: string
  /** What the applicant has been asked to supplement, as it was corrected since; empty where nothing was. */
  readonly supplementAsked: string
  /** The last day that the organ usually gives for a supplement, counted from today. */
  readonly supplementBy: PlainDate
  /** The answers that the same applicant has had, as far as whoever looks may know of them. */
  readonly earlier: readonly { readonly id: string; readonly named: string; readonly summary: string }[]
  readonly similar: readonly {
    readonly id: string
    readonly number: string
    readonly summary: string
    readonly receivedOn: PlainDate | null
    readonly outcomeLabel: string | null
    readonly why: string
  }[]
  /** The cells of the annual report in which this request counts now. */
  readonly cells: readonly {
    readonly year: number
    readonly row: string
    readonly rowLabel: string
    readonly column: string
    readonly columnLabel: string
  }[]
  readonly outcomeLabel: string | null
  readonly concludedOn: PlainDate | null
}

/** What a step would do, shown before it is taken. */
export interface StepPreview {
  /** 办理期限由……变为……，因为…… */
  readonly sentence: string
  readonly before: Due | null
  readonly after: Due | null
  readonly clock: ClockView | null
  readonly letter: Letter | null
  /** What to mind of the days given, in words; nothing stands against them. */
  readonly remarks: readonly string[]
  /** The signs of the letter that no font draws: they would be printed as codes, if somebody says so. */
  readonly undrawn: readonly string[]
  readonly cells: CaseView['cells']
}
