import { userInfo } from 'node:os'
import type { PlainDate } from '../days/plain-date.ts'
import { type Actor, operatorActor } from '../organs/actor.ts'

/** Whoever sits at the server's command line, by the name of the account there: nobody else is known. */
export function commandLine(organId: number, today: PlainDate): Actor {
  const actor = operatorActor(organId, today)
  return { ...actor, name: `命令行（${accountName()}）` }
}

/** A container may have no name for the account that it runs under. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return `用户号${process.getuid?.() ?? '不明'}`
  }
}
