import { chineseDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { RequestHistory } from './history.ts'
import type { Request } from './request.ts'
import { keptStep } from './step-inputs.ts'
import { findConsulted } from './store/requests.ts'

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

/** That this party has been consulted on the request already, or is about to be, in words; nothing stands against asking again. */
export async function consultedBefore(
  tx: Tx,
  request: Request,
  { consultations, waiting }: RequestHistory,
  name: string,
): Promise<string[]> {
  const told: string[] = []
  for (const { id, label, sentOn } of consultations) {
    const consulted = await findConsulted(tx, request, id)
    if (consulted && plain(consulted.name) === plain(name))
      told.push(`${chineseDate(sentOn)}已经征求过“${name}”的意见（${label}），请确认不是重复`)
  }
  const isUp = waiting.some(
    ({ step, input }) => step === 'consult' && plain(keptStep('consult', input).input.name) === plain(name),
  )
  return isUp ? [...told, `给“${name}”的征求意见书正在审批，请确认不是重复`] : told
}
