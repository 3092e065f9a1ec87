import { z } from 'zod'
import { chineseDate, PlainDate } from '../../days/plain-date.ts'
import { type ToldActs, told } from '../rows/row-event.ts'
import { Quash, quashingLabel } from './decision.ts'

/** What is done with a decision, in words. Who looked at what is masked stands in the audit log alone. */
export const toldOfDecisions: ToldActs = {
  'decision.entered': told('登记', z.unknown(), () => ''),
  // What was changed with a reason is a correction, with what it said before.
  'decision.changed': told('补填内容', z.object({ reason: z.string() }), ({ reason }) =>
    reason === '' ? '' : undefined,
  ),
  'decision.publicized': told('拟公示稿', z.unknown(), () => ''),
  'decision.quashed': told(
    '登记撤销、变更',
    Quash,
    ({ on, how, by }) => `${chineseDate(on)}${quashingLabel(how)}，依据：${by}`,
  ),
  'decision.withdrawalBegun': told('发起撤回', z.unknown(), () => ''),
  'decision.withdrawn': told('登记撤下', z.object({ on: PlainDate }), ({ on }) => `${chineseDate(on)}已在原公示处撤下`),
}
