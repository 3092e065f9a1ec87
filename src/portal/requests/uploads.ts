import type { FastifyInstance, FastifyRequest } from 'fastify'
import { countTry, networkOf } from '../../db/attempts.ts'
import type { Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { openTurns } from '../../db/turns.ts'
import { acceptFile, maxFileBytes } from '../../files/accept.ts'
import { removeWaiting } from '../../files/store.ts'
import { addWaiting, hasRoom, makeRoom, type Waiting, type WaitingQuota } from '../../files/waiting.ts'
import type { Organ } from '../../organs/organ.ts'
import { Refusal, refusals } from '../../refusal.ts'
import { listWaiting } from '../../requests/store/submissions.ts'
import type { Form } from './form.ts'
import { type KeptFile, type UploadPurpose, uploadPurposes } from './kept-files.tsx'
import { limits, mostFiles, waitingHours } from './limits.ts'
import { type Part, readForm } from './multipart.ts'
import { readSigned, signed } from './signed.ts'

export interface Received {
  readonly form: Form
  /** Files that are here: those of an earlier sending that were not taken away, and the new ones. */
  readonly kept: readonly KeptFile[]
  readonly problems: ReadonlyMap<string, string>
  /** What a page that shows the problems is answered with. */
  readonly status: ProblemStatus
}

/** Invalid, or that a file was too large, came too slowly, or could not be taken in now. */
export type ProblemStatus = 408 | 413 | 422 | 503 | 507

const statusOf: Partial<Record<Refusal['kind'], ProblemStatus>> = {
  tooSlow: 408,
  tooLarge: 413,
  busy: 503,
  noRoom: 507,
}

interface Whose {
  readonly organId: number
  /** What the files wait for: the key of the form, or the request that is being supplemented. */
  readonly owner: (form: Form) => string
  readonly quota: WaitingQuota
}

const purposeOf = (field: string): UploadPurpose => {
  const purpose = uploadPurposes.find((each) => each === field)
  if (!purpose) throw refusals.unknownField(field)
  return purpose
}

/** Reads a form with its files. Sound files are kept, to wait a day for their form should it have to be corrected. */
export async function receive(app: FastifyInstance, request: FastifyRequest, whose: Whose): Promise<Received> {
  const problems = new Map<string, string>()
  const added: KeptFile[] = []
  let status: ProblemStatus = 422
  const network = networkOf(request.ip)

  const take = async ({ field, name, read }: Part, before: Form) => {
    const purpose = purposeOf(field)
    const owner = whose.owner(before)
    const here = added.length + keptTokens(before).length
    try {
      if (here >= mostFiles) throw refusals.tooManyFiles(mostFiles)
      await app.uploads.refuseWithoutRoom(request, maxFileBytes)
      const waiting = { organId: whose.organId, network, quota: whose.quota }
      await countUpload(app, waiting)
      const bytes = await read()
      if (!bytes) throw refusals.fileTooLarge(name)
      const file = await acceptFile(name, bytes, { network })
      const { id } = await addWaiting(app.db, file, { ...waiting, hours: waitingHours })
      const token = signed('waiting file', `${whose.organId}.${owner}.${id}.${purpose}`)
      added.push({ id, name: file.name, size: file.bytes.length, purpose, token })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      status = statusOf[error.kind] ?? status
      const told = problems.get(purpose)
      if (!told?.includes(error.message)) problems.set(purpose, told ? `${told}；${error.message}` : error.message)
    }
  }

  const form = await readForm(request, take)
  const known = await listKept(
    app,
    whose.organId,
    ownTokens(keptTokens(form), whose.organId, whose.owner(form)),
    problems,
  )
  return { form, kept: [...known, ...added], problems, status }
}

/** The files that a draft says it has sent before, and which of them are missed. */
export async function keptUnder(
  app: FastifyInstance,
  organ: Organ,
  key: string,
  tokens: readonly string[],
): Promise<Pick<Received, 'kept' | 'problems'>> {
  const problems = new Map<string, string>()
  return { kept: await listKept(app, organ.id, ownTokens(tokens, organ.id, key), problems), problems }
}

/** Removes the files of a draft that nobody will send. */
export const forgetWaiting = (app: FastifyInstance, organ: Organ, key: string, tokens: readonly string[]) =>
  inOrgan(app.db, organ.id, async (tx) => {
    for (const { id } of ownTokens(tokens, organ.id, key)) await removeWaiting(tx, organ.id, id)
  })

/** However many uploads begin at once, one network that waits for its one counter keeps no other waiting, and the office has connections left. */
const counting = openTurns({ atOnce: 5, ofOne: 2, waiting: Number.POSITIVE_INFINITY })

/** Before anything is read: also what is refused has cost something, and is a try. */
async function countUpload(app: FastifyInstance, waiting: Waiting): Promise<void> {
  const count = async (tx: Tx) => ({
    ...(await countTry(tx, limits.uploads, waiting.network, app.clock.now())),
    isRoom: await hasRoom(tx, waiting),
  })
  const { isOpen, isRoom } = await counting.enter(waiting.network, (inTurn) =>
    inTurn(() => inOrgan(app.db, waiting.organId, count)),
  )
  if (!isOpen) throw refusals.tooManyUploads()
  if (!isRoom) await makeRoom(app.db, waiting)
}

const keptTokens = (form: Form): string[] => {
  const dropped = form.get('dropped') ?? []
  return (form.get('kept') ?? []).filter((token) => !dropped.some((id) => token.includes(`.${id}.`)))
}

type Token = Pick<KeptFile, 'id' | 'purpose' | 'token'>

/** What a form says it has sent before; only what we signed for it is believed. */
const ownTokens = (tokens: readonly string[], organId: number, owner: string): Token[] =>
  tokens.flatMap((token) => {
    const [organ, whose, id, purpose] = readSigned('waiting file', token)?.split('.') ?? []
    return organ === String(organId) && whose === owner && id && purpose
      ? [{ id, purpose: purposeOf(purpose), token }]
      : []
  })

/** Files of an earlier sending; one that has waited too long is missed at its field. */
async function listKept(
  app: FastifyInstance,
  organId: number,
  own: readonly Token[],
  problems: Map<string, string>,
): Promise<KeptFile[]> {
  if (own.length === 0) return []
  const ids = own.map(({ id }) => id)
  const waiting = await inOrgan(app.db, organId, (tx) => listWaiting(tx, organId, ids))
  return own.flatMap(({ id, purpose, token }) => {
    const file = waiting.find((each) => each.id === id)
    if (file) return [{ ...file, purpose, token }]
    problems.set(purpose, '之前上传的文件已经过期，请重新上传')
    return []
  })
}
