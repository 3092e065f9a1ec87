import { chineseDate } from '../../days/plain-date.ts'
import type { RequestHistory } from '../history.ts'
import type { Letter } from '../letters/letter.ts'
import { openRound, type Round } from './fold-rounds.ts'

/** The earlier answer and what has ordered this one, as the new letter says it. */
function citing({ order, orderedOn }: Round): string {
  const { of, ground, body, documentNumber, caseNumber } = order
  const before = `就上述申请，本机关曾于${chineseDate(of.on)}作出答复${of.letterNumber ? `（${of.letterNumber}）` : ''}。`
  if (ground === 'ownCorrection')
    return `${before}该答复在${body}${caseNumber}一案中被提出异议，本机关经重新审查，决定自行纠正，现重新答复如下；原答复不再执行。`
  return `${before}${body}作出${documentNumber || caseNumber}，本机关于${chineseDate(orderedOn)}收到。依照该文书的要求，现重新答复如下。`
}

/** The letter of an answer that is given again: it names the order and the answer in whose place it comes. */
export function asReanswer(letter: Letter, history: Pick<RequestHistory, 'rounds'>): Letter {
  const round = openRound(history)
  if (!round) return letter
  const [opening, ...rest] = letter.paragraphs
  return {
    ...letter,
    title: '政府信息公开申请重新答复书',
    paragraphs: [...(opening === undefined ? [] : [opening]), citing(round), ...rest],
  }
}
