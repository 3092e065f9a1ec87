import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { filePurposeLabel } from '../file-purposes.ts'
import { foldHistory, type RequestHistory } from '../history.ts'
import { letterKinds } from '../letters/letter.ts'
import { listFiles } from '../store/files.ts'
import { type KeptLetter, listLetters } from '../store/letters.ts'
import { get, type RequestWithEvents } from '../store/requests.ts'
import { provenBy } from './proven-by.ts'

/** A paper of a request that is kept as a file. */
export interface KnownPaper {
  readonly fileId: string
  /** The day of what it came with. */
  readonly on: PlainDate
  readonly what: string
  readonly name: string
  /** What it usually proves before a reviewing organ or a court. */
  readonly proves: string
}

interface Key {
  readonly organId: number
  readonly id: string
}

/** What the papers of each event of service prove, by the event. */
function proofsOf(service: RequestHistory['service'], letters: readonly KeptLetter[]): Map<number, string> {
  return new Map(
    service.flatMap(({ of, attempts }) => {
      const number = letters.find(({ seq }) => seq === of)?.number ?? ''
      return attempts.flatMap(({ toldBy }) => toldBy.map((seq) => [seq, `送达凭证（${number}）`] as const))
    }),
  )
}

/** What came in, what was sent and what proves it, in the order in which it happened; what was only thought of giving stays out. */
export async function papersOf(tx: Tx, { request, events }: RequestWithEvents): Promise<KnownPaper[]> {
  const key = { organId: request.organId, id: request.id }
  const letters = new Map((await listLetters(tx, key)).map((letter) => [letter.files?.pdfFileId, letter]))
  const kept = (await listFiles(tx, key)).filter(
    ({ id, purpose }) => purpose !== 'formerAnswer' && (purpose !== 'letter' || letters.has(id)),
  )
  const proofs = proofsOf(foldHistory(events).service, [...letters.values()])
  return kept.map(({ id, name, purpose, seq }) => {
    const letter = letters.get(id)
    const kind = letter?.letter.title || letterKinds.find((each) => each.id === letter?.kind)?.label
    return {
      fileId: id,
      on: letter?.issuedOn ?? events.find((event) => event.seq === seq)?.happenedOn ?? request.arrivedOn,
      what: letter ? `${kind ?? '文书'}（${letter.number}）` : (proofs.get(seq) ?? filePurposeLabel(purpose)),
      name,
      proves: provenBy(letter?.kind, purpose),
    }
  })
}

/** The same for whoever has the request in hand elsewhere, such as in a dispute over it. */
export const papersOfRequest = async (tx: Tx, { organId, id }: Key): Promise<KnownPaper[]> =>
  papersOf(tx, await get(tx, organId, id))
