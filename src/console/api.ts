import type { PlainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import type { Applicant } from '../requests/applicant.ts'
import type { CaseView, CorrectionLine, EnclosureFinding, QueueItem, StepPreview } from '../requests/case-view.ts'
import type { Letter } from '../requests/letters/letter.ts'
import type { StepName } from '../requests/step-inputs.ts'
import type { SealCheck } from '../seals/seal.ts'
import { Problem } from './problem.ts'
import { sendOnce } from './send-once.ts'

export { Problem }

interface ProblemBody {
  readonly code?: string
  readonly message?: string
  readonly article?: string
  readonly fields?: Record<string, string>
}

const unreachable = () => new Problem(0, 'offline', '连接不上服务器，请检查网络后重试。已填写的内容仍保留在本页。')

const unreadable = (status: number) =>
  new Problem(status, 'bug', `服务器没有给出可以读懂的答复（${status}），请稍后重试；如仍不行，请联系系统管理员。`)

function problemOf(status: number, text: string): Problem {
  try {
    const { code = 'bug', message, article, fields } = JSON.parse(text) as ProblemBody
    return message ? new Problem(status, code, message, article, fields) : unreadable(status)
  } catch {
    return unreadable(status)
  }
}

/** The mark by which the server knows that its own console asks. */
const ownMark = { 'x-kaicheng': 'console' } as const

/** What is short still arrives when its page is closed; browsers carry no more than 64 KB after it. */
const sent = (text: string) => ({ body: text, keepalive: text.length < 20_000 })

interface Extra {
  readonly body?: unknown
  /** The person has read what would become of reports that stand frozen. */
  readonly isKnown?: boolean
  readonly key?: string
  /** That of the address at which the first bureau is set up. */
  readonly setupKey?: string
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Asks whether what moves a frozen report is meant; nobody is there to be asked before the frame of the pages stands. */
let askWhetherMeant = async (_: string): Promise<boolean> => false
export const askingWhetherMeant = (ask: typeof askWhetherMeant): void => {
  askWhetherMeant = ask
}

/** Sends and gives the answer; throws `Problem`. What would move a report that stands frozen is sent again once a person means it. */
export async function call<Answer>(method: Method, path: string, extra: Extra = {}): Promise<Answer> {
  try {
    return await callOnce<Answer>(method, path, extra)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'frozen_moves') throw error
    if (!(await askWhetherMeant(error.message))) throw error
    return callOnce<Answer>(method, path, { ...extra, isKnown: true })
  }
}

async function callOnce<Answer>(
  method: Method,
  path: string,
  { body, key, setupKey, isKnown }: Extra,
): Promise<Answer> {
  const sends = body !== undefined
  const response = await fetch(`/api/console/${path}`, {
    method,
    credentials: 'same-origin',
    headers: {
      ...ownMark,
      ...(sends && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(isKnown && { 'x-kaicheng-known': 'frozen' }),
      ...(setupKey !== undefined && { 'x-kaicheng-setup': setupKey }),
    },
    ...(sends ? sent(JSON.stringify(body)) : {}),
  }).catch(() => {
    throw unreachable()
  })
  const text = await response.text()
  if (!response.ok) throw problemOf(response.status, text)
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}

export const get = <Answer>(path: string) => call<Answer>('GET', path)
export const post = <Answer>(path: string, body: unknown = {}) =>
  sendOnce(path, JSON.stringify(body), (key) => call<Answer>('POST', path, { body, key }))
export const put = <Answer>(path: string, body: unknown) => call<Answer>('PUT', path, { body })
export const remove = (path: string) => call<void>('DELETE', path)

/** Asks for a file that is made only on request, and hands it to the person under the name that the server gave it. */
export async function saveFile(path: string, body: unknown): Promise<void> {
  const response = await fetch(`/api/console/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...ownMark, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw unreachable()
  })
  if (!response.ok) throw problemOf(response.status, await response.text())
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = decodeURIComponent(name)
  link.click()
  URL.revokeObjectURL(link.href)
}

/** A picture that is made on request, to be shown, and the fonts that its file does not bring. */
export interface ShownPicture {
  readonly url: string
  readonly unknownFonts: string | null
}

/** Fetches a picture; throws `Problem` where it cannot be made. */
export async function getPicture(path: string): Promise<ShownPicture> {
  const response = await fetch(`/api/console/${path}`, { credentials: 'same-origin', headers: ownMark }).catch(() => {
    throw unreachable()
  })
  if (!response.ok) throw problemOf(response.status, await response.text())
  const unknown = response.headers.get('x-unknown-fonts')
  return { url: await dataUrl(await response.blob()), unknownFonts: unknown && decodeURIComponent(unknown) }
}

/** As text, which goes away with whatever holds it. */
const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(unreadable(200))
    reader.readAsDataURL(blob)
  })

/** `?a=1&b=2` of what is set. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`
}

export type Stage = 'secondFactor' | 'enrol' | 'changePassword' | 'in'

export interface Me {
  readonly stage: Stage
  readonly organ: { readonly id: number; readonly slug: string; readonly name: string; readonly isDemo: boolean }
  readonly staff: {
    readonly id: string
    readonly name: string
    readonly login: string
    readonly unitId: string | null
    readonly unitName: string | null
  }
  readonly roles: readonly Role[]
  readonly today: PlainDate
  readonly hasAuthenticator: boolean
  readonly hasPasskey: boolean
  /** Signed in by the directory of the city. */
  readonly byDirectory: boolean
  /** The one address at which passkeys work, or why they do not. */
  readonly passkeys: { readonly origin: string | null; readonly whyNot: string | null }
}

export interface Enrolment {
  readonly secret: string
  readonly uri: string
  readonly qr: string
}

/** Where one is signed in; instants as they come over the line. */
export interface OwnSession {
  readonly beganAt: string
  readonly seenAt: string
  readonly address: string
  readonly isThis: boolean
  readonly isHalfway: boolean
}

export const session = {
  me: () => get<Me>('me'),
  signIn: (login: string, password: string) => post<{ stage: Stage }>('session', { login, password }),
  secondFactor: (code: string) => post<{ stage: Stage }>('session/second-factor', { code }),
  enrol: () => post<Enrolment>('session/enrolment'),
  confirmEnrolment: (code: string) => post<{ stage: Stage }>('session/enrolment/confirm', { code }),
  changePassword: (current: string, next: string) => put<{ stage: Stage }>('session/password', { current, next }),
  list: () => get<{ items: readonly OwnSession[] }>('sessions'),
  endOthers: () => remove('sessions/others'),
  signOut: () => remove('session'),
}

export interface QueuePage {
  readonly items: readonly QueueItem[]
  readonly total: number
  readonly pageSize: number
}

export interface Reminder {
  readonly requestId: string
  readonly number: string
  readonly kind: 'threeDays' | 'oneDay' | 'dueToday' | 'overdue'
  readonly dueOn: PlainDate
  readonly remindedAt: string
  readonly seenAt: string | null
}

export interface Registered {
  readonly id: string
  readonly number: string
  /** With both the applicant follows the request online; they are shown this once. */
  readonly receipt: { readonly code: string; readonly secret: string }
  readonly acknowledgement: Letter
}

/** The case after a step, and the requests that the step has made. */
export type Taken = CaseView & { readonly registered: readonly Registered[] }

export interface UploadedFile {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly contentType: string
}

/** As the server answers to the upload. */
export interface SentFile extends UploadedFile {
  readonly sha256: string
}

export interface FirstValues {
  readonly seq: number
  readonly lines: readonly CorrectionLine[]
}

export const requests = {
  list: (wanted: Readonly<Record<string, string | undefined>>) => get<QueuePage>(`requests${query(wanted)}`),
  take: (id: string, step: StepName, seq: number, input: unknown) =>
    post<Taken>(`requests/${id}/steps/${step}`, { seq, input }),
  preview: (id: string, step: StepName, input: unknown) =>
    post<StepPreview>(`requests/${id}/steps/${step}/preview`, { input }),
  /** What these files carry beside what they show. */
  lookAtEnclosures: (id: string, fileIds: readonly string[]) =>
    get<{ findings: readonly EnclosureFinding[] }>(`requests/${id}/enclosures${query({ files: fileIds.join(',') })}`),
  get: (id: string) => get<CaseView>(`requests/${id}`),
  /** One request for each piece, with the receipt to hand to the applicant. */
  intake: (intake: unknown) => post<readonly Registered[]>('requests', intake),
  /** A letter that has left, as it is to be read now. */
  letter: (id: string, seq: number) => get<Letter>(`requests/${id}/letters/${seq}.json`),
  checkSeal: (id: string, seq: number) =>
    get<{ readonly check: SealCheck | 'none' | 'broken' }>(`requests/${id}/letter-seals/${seq}`),
  noteSeal: (id: string, seq: number) => put<CaseView>(`requests/${id}/letter-seals/${seq}`, {}),
  /** What was taken down before each correction of the registration, in clear. */
  openFirstValues: (id: string, reason: string) =>
    post<{ corrections: readonly FirstValues[] }>(`requests/${id}/first-values`, { reason }),
  openApplicant: (id: string, reason: string) => post<Applicant>(`requests/${id}/applicant`, { reason }),
  reminders: () => get<{ items: readonly Reminder[] }>('reminders'),
  seeReminders: () => post<void>('reminders/seen'),
}

/** Sends one file, and texts before it, and tells how far it is, which `fetch` cannot. */
export function sendFile<Answer>(
  path: string,
  file: File,
  onProgress?: (percent: number) => void,
  texts: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', `/api/console/${path}`)
    for (const [name, value] of Object.entries(ownMark)) sending.setRequestHeader(name, value)
    sending.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.round((100 * loaded) / total))
    sending.onerror = () => reject(unreachable())
    sending.onload = () => {
      if (sending.status >= 300) return reject(problemOf(sending.status, sending.responseText))
      resolve(JSON.parse(sending.responseText) as Answer)
    }
    const form = new FormData()
    for (const [name, text] of Object.entries(texts)) form.append(name, text)
    form.append('file', file)
    sending.setRequestHeader('idempotency-key', crypto.randomUUID())
    sending.send(form)
  })
}

export const uploadFile = (file: File, onProgress: (percent: number) => void): Promise<SentFile> =>
  sendFile<SentFile>('files', file, onProgress)
