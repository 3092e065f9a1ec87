import type { Tx } from '../db/database.ts'
import { identityNumbersIn } from '../disclosure/gates/identity-numbers.ts'
import { findMark } from '../files/classified-mark.ts'
import { findReadings } from '../files/readings.ts'
import { findingsInFile } from '../files/traces/findings.ts'
import { isTraceKind, traceKinds } from '../files/traces/trace-kinds.ts'
import { quoted } from '../files/traces/traces.ts'
import { refusals } from '../refusal.ts'
import type { CaseFile, EnclosureFinding } from './case-view.ts'
import type { EventData } from './event.ts'
import type { StepInput, StepName } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'

/** What was seen in the enclosures of an answer when it was drafted, with the reasons that were given. */
export type Looked = EventData<'answerDrafted'>['looked']
type Seen = Omit<Looked[number], 'reason'>
type Given = Pick<Looked[number], 'fileId' | 'kind' | 'reason'>

/** What these files carry beside what they show, the gravest first. Throws `FilesUnread` where nobody has looked yet. */
export async function lookAtFiles(tx: Tx, organId: number, fileIds: readonly string[]): Promise<Seen[]> {
  const readings = await findReadings(tx, organId, [...new Set(fileIds)])
  return fileIds.flatMap((fileId) => {
    const reading = readings.get(fileId)
    const traces = reading === 'failed' ? 'failed' : reading?.traces
    const carried = findingsInFile(traces).map(({ kind, severity, where }) => ({ fileId, kind, severity, where }))
    return [...(typeof traces === 'object' ? saidIn(fileId, traces.text) : []), ...carried]
  })
}

/**
 * What is seen in the files that this step gives, or puts up for approval, with its reasons. Refuses a file that may not
 * leave, and one that carries what nobody has given a reason for: the approvers and the clerk who sends it ask anew, so that
 * an answer drafted before this look was made is looked at as well.
 */
export async function lookAtEnclosures(
  tx: Tx,
  { actor, history }: Pick<StepMatter, 'actor' | 'history'>,
  name: StepName,
  input: unknown,
): Promise<Looked> {
  const drafted = name === 'draftAnswer' ? (input as StepInput<'draftAnswer'>) : undefined
  if (!drafted && name !== 'approveAnswer' && name !== 'issueAnswer') return []
  const fileIds = drafted?.fileIds ?? history.draft?.fileIds ?? []
  const given: readonly Given[] = drafted?.confirmations ?? history.draft?.looked ?? []
  const looked = withReasons(await lookAtFiles(tx, actor.organId, fileIds), given)
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
 * What the words of a file say that an answer gives out only knowingly. An applicant may be given what is about themselves,
 * so unlike in a publication their number asks for a reason and shuts nothing.
 */
const said = {
  identityNumber: {
    severity: 'confirm',
    message: '附件中有公民身份号码。不是申请人本人的，应当遮盖后重新上传；是申请人本人的，请说明',
  },
  secrecyMark: {
    severity: 'block',
    message: '附件带有密级标志。涉密内容不得在本系统存储、处理和公开，请立即删除并报告保密工作机构',
  },
} as const

function saidIn(fileId: string, text: string): Seen[] {
  const numbers = identityNumbersIn(text.normalize('NFKC').replace(/\p{Cf}+/gu, ''))
  const mark = findMark(text)
  return [
    ...(mark ? [{ fileId, kind: 'secrecyMark', severity: said.secrecyMark.severity, where: mark }] : []),
    ...(numbers.length > 0
      ? [
          {
            ...{ fileId, kind: 'identityNumber', severity: said.identityNumber.severity },
            where: numbers
              .slice(0, 5)
              .map(({ number }) => quoted(number))
              .join('、'),
          },
        ]
      : []),
  ]
}

const messageOf = (kind: string): string =>
  isTraceKind(kind) ? traceKinds[kind].message : (Object.entries(said).find(([id]) => id === kind)?.[1].message ?? '')

/** As a page shows them: by file, what it is and what to do. */
export const enclosureFindings = (
  looked: readonly (Seen & Partial<Given>)[],
  files: readonly Pick<CaseFile, 'id' | 'name'>[],
): EnclosureFinding[] =>
  looked.map(({ fileId, kind, severity, where, reason = '' }) => ({
    ...{ fileId, kind, severity, where, reason, message: messageOf(kind) },
    name: files.find(({ id }) => id === fileId)?.name ?? '',
  }))
