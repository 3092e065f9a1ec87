import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { joinedList } from '../../joined-list.ts'
import type { OpenQuestion } from '../../law/open-questions.ts'
import type { Actor } from '../actor.ts'

/**
 * What an organ may choose, declared by the room that reads it (`chosen`): one that nothing reads is a false promise. A choice
 * holds for what happens from then on. What was done keeps what held then: it is written in the event, the letter or the row
 * that was made, never asked for again.
 */
export interface Setting<Value = unknown> {
  readonly id: string
  readonly question: string
  /** The heading under which it is asked. */
  readonly matter: '文书审批' | '依申请公开' | '公众意见' | '救济途径' | '主动公开' | '双公示数据' | '年度报告'
  /** What a choice changes and from when, as whoever chooses reads it. */
  readonly effect: string
  /** What may be chosen. */
  readonly schema: z.ZodType<Value>
  /** What is read, where an earlier version let more be chosen. */
  readonly kept?: z.ZodType<Value>
  /** What of the organ itself stands against a choice that is sound in its form: refuses it. */
  check?(tx: Tx, actor: Actor, value: Value): Promise<void>
  /** What holds where an organ has chosen nothing. */
  readonly preset: Value
  readonly choices: readonly Value[] | null
  readonly source: string
  /** Of a question that the law leaves open: how sure the preset is. */
  readonly confidence: OpenQuestion['confidence'] | null
  /** The last day of what it concerns: nobody is asked any more, what was chosen still holds for acts of that time. */
  readonly to?: string
}

/** Every setting of every room, as the administrator is asked. */
export const organSettings = joinedList<Setting>('organSettings')

type Told = Pick<Setting, 'matter' | 'effect'>

interface OpenChoice<Value> extends OpenQuestion {
  readonly default: Value & OpenQuestion['default']
  readonly choices: readonly (Value & OpenQuestion['default'])[]
}

/** A question of the law that has several lawful answers, as a setting. */
export const openChoice = <const Value extends string | boolean>(
  id: string,
  { question, default: preset, choices, source, confidence, to }: OpenChoice<Value>,
  { matter, effect }: Told,
): Setting<Value> => ({
  id,
  question,
  matter,
  effect,
  schema: z.literal([...choices], '请从列出的选项中选择'),
  preset,
  choices,
  source,
  confidence,
  ...(to === undefined ? {} : { to }),
})
