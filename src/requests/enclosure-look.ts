import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { personalDataIn } from '../disclosure/gates/personal-data.ts'
import { findMark } from '../files/classified-mark.ts'
import { findReadings } from '../files/readings.ts'
import { findingsInFile } from '../files/traces/findings.ts'
import { isTraceKind, traceKinds } from '../files/traces/trace-kinds.ts'
import { pageEnd, quoted } from '../files/traces/traces.ts'
import type { Actor } from '../organs/actor.ts'
import { refusals } from '../refusal.ts'
import type { CaseFile, EnclosureFinding } from './case-view.ts'
import type { EventData } from './event.ts'
import { knownOfApplicant } from './private/known.ts'
import { ownMatterOf } from './private/own-matter.ts'
import type { StepWith } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'
import { findApplicant } from './store/requests.ts'

/** What was seen in the enclosures of an answer when it was drafted, with the reasons that were given. */
export type Looked = EventData<'answerDrafted'>['looked']
type Seen = Omit<Looked[number], 'reason'>
type Given = Pick<Looked[number], 'fileId' | 'kind' | 'reason'>

/** For whom files are looked at, and when. */
interface Reader {
  /** What the applicant's side has registered of itself is no news to it. */
  readonly isOwn: (words: string) => boolean
  readonly today: PlainDate
}

async function readerOf(tx: Tx, { organId, today }: Actor, requestId: string): Promise<Reader> {
  const applicant = await findApplicant(tx, organId, requestId)
  return { isOwn: ownMatterOf(applicant ? knownOfApplicant(applicant) : { numbers: [], addresses: [] }), today }
}

/** What files carry beside what they show, and say of others than the applicant, the gravest first. Throws `FilesUnread` where nobody has looked yet. */
export async function lookAtFiles(
  tx: Tx,
  actor: Actor,
  requestId: string,
  fileIds: readonly string[],
): Promise<Seen[]> {
  const readings = await findReadings(tx, actor.organId, [...new Set(fileIds)])
  const reader = await readerOf(tx, actor, requestId)
  return fileIds.flatMap((fileId) => {
    const reading = readings.get(fileId)
    const traces = reading === 'failed' ? 'failed' : reading?.traces
    const carried = findingsInFile(traces).map(({ kind, severity, where }) => ({ fileId, kind, severity, where }))
    return [...(typeof traces === 'object' ? saidIn(fileId, traces.text, reader) : []), ...carried]
  })
}

/**
 * What is seen in the files that this step gives, or puts up for approval, with its reasons. Refuses a file that may not
 * leave, and one that carries what nobody has given a reason for: the approvers and the clerk who sends it ask anew, so that
 * an answer drafted before this look was made is looked at as well.
 */
export async function lookAtEnclosures(
  tx: Tx,
  requestId: string,
  { actor, history }: Pick<StepMatter, 'actor' | 'history'>,
  { name, input }: StepWith,
): Promise<Looked> {
  const drafted = name === 'draftAnswer' ? input : undefined
  if (!drafted && name !== 'approveAnswer' && name !== 'issueAnswer') return []
  const fileIds = drafted?.fileIds ?? history.draft?.fileIds ?? []
  const given: readonly Given[] = drafted?.confirmations ?? history.draft?.looked ?? []
  const looked = withReasons(await lookAtFiles(tx, actor, requestId, fileIds), given)
  const stop = looked.find(({ severity, reason }) => severity === 'block' || (severity === 'confirm' && reason === ''))
  if (!stop) return looked
  if (!drafted) throw refusals.enclosureUnanswered(messageOf(stop.kind))
  if (stop.severity === 'block') throw refusals.enclosureShut(messageOf(stop.kind))
  throw refusals.enclosureNeedsReason(messageOf(stop.kind))
}

const withReasons = (seen: readonly Seen[], given: readonly Given[]): Looked =>
  seen.map((each) => ({
    ...each,
    reason: given.find(({ fileId, kind }) => fileId === each.fileId && kind === each.kind)?.reason ?? '',
  }))

/**
 * What the words of a file say that an answer gives out only knowingly: what the gates of a publication see of persons, but for
 * what is the applicant's own. With a reason it may go, since an applicant may be given what others may not read.
 */
const said = {
  identityNumber: {
    severity: 'confirm',
    message: '附件中有公民身份号码，不是申请人登记的号码，应当遮盖后重新上传；确需提供的，请说明',
  },
  identityNumberUnsure: {
    severity: 'confirm',
    message: '附件中标明是身份证号的号码，校验码不对；写错的号码也是个人信息，应当遮盖后重新上传；确需提供的，请说明',
  },
  oldIdentityNumber: { severity: 'hint', message: '附件中像是有15位的旧身份证号，请核对' },
  mobilePhone: {
    severity: 'confirm',
    message:
      '附件中有手机号，不是申请人登记的号码。个人的号码应当遮盖后重新上传；是对外公布的工作号码等确需提供的，请说明',
  },
  officePhone: { severity: 'hint', message: '附件中有电话号码，请核对是对外公布的号码' },
  bankCard: { severity: 'confirm', message: '附件中有银行卡号，应当遮盖后重新上传；确需提供的，请说明' },
  homeAddress: {
    severity: 'confirm',
    message: '附件中有到门牌、房号的个人住址，不是申请人登记的地址，应当遮盖后重新上传；确需提供的，请说明',
  },
  minor: {
    severity: 'confirm',
    message: '附件可能指出了未成年人的身份，应当隐去姓名等信息后重新上传；确需提供的，请说明',
  },
  secrecyMark: {
    severity: 'block',
    message: '附件带有密级标志。涉密内容不得在本系统存储、处理和公开，请立即删除并报告保密工作机构',
  },
} as const
type Said = keyof typeof said
const isSaid = (kind: string): kind is Said => Object.hasOwn(said, kind)

const mostShown = 5

function saidIn(fileId: string, text: string, { isOwn, today }: Reader): Seen[] {
  const mark = findMark(text)
  const pages = text.split(pageEnd)
  const passages = pages.map((page, index) => ({ place: pages.length > 1 ? `第${index + 1}页` : '', text: page }))
  const others = personalDataIn(passages, today).filter(({ words }) => !isOwn(words))
  const byKind = Map.groupBy(others, ({ gate }) => gate)
  const ofPersons = Object.keys(said)
    .filter(isSaid)
    .flatMap((kind): Seen[] => {
      const places = [...new Set((byKind.get(kind) ?? []).map(({ place, shown }) => place + quoted(shown)))]
      if (places.length === 0) return []
      const rest = places.length > mostShown ? `等${places.length}处` : ''
      return [{ fileId, kind, severity: said[kind].severity, where: places.slice(0, mostShown).join('、') + rest }]
    })
  return [
    ...(mark ? [{ fileId, kind: 'secrecyMark', severity: said.secrecyMark.severity, where: mark }] : []),
    ...ofPersons,
  ].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

const order: readonly Seen['severity'][] = ['block', 'confirm', 'hint']

const messageOf = (kind: string): string =>
  isTraceKind(kind) ? traceKinds[kind].message : isSaid(kind) ? said[kind].message : ''

/** As a page shows them: by file, what it is and what to do. */
export const enclosureFindings = (
  looked: readonly (Seen & Partial<Given>)[],
  files: readonly Pick<CaseFile, 'id' | 'name'>[],
): EnclosureFinding[] =>
  looked.map(({ fileId, kind, severity, where, reason = '' }) => ({
    fileId,
    kind,
    severity,
    where,
    reason,
    message: messageOf(kind),
    name: files.find(({ id }) => id === fileId)?.name ?? '',
  }))
