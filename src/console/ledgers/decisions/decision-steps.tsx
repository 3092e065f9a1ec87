import { Form, Radio } from 'antd'
import { z } from 'zod'
import { PlainDate } from '../../../days/plain-date.ts'
import { Quash, quashings } from '../../../ledgers/decisions/decision.ts'
import type { DecisionStep } from '../../../ledgers/decisions/steps.ts'
import { DayField } from '../../fields/day-field.tsx'
import { optionsOf } from '../../fields/options.ts'
import { editionAddress, ledgers } from '../ledgers-api.ts'
import { CitedField } from '../steps/cited-field.tsx'
import type { RowStep } from '../steps/row-step-drawer.tsx'

/** What is changed of a decision is typed on a page of its own. */
export type DrawnStep = Exclude<DecisionStep, 'change'>

/** Steps that take something away from public view. */
export const dangers: readonly DecisionStep[] = ['beginWithdrawal', 'noteWithdrawal']

const taken = async (act: Promise<void>) => {
  await act
  return undefined
}
const Nothing = z.strictObject({})
const Down = z.strictObject({ on: PlainDate })

/** What each step of a decision asks. */
export function decisionStep(name: DrawnStep, id: string, today: PlainDate): RowStep {
  switch (name) {
    case 'publicize':
      return {
        lead: '按可以公示的数据项拟出公示稿，相对人是自然人的，姓名只保留姓氏；法人、非法人组织和个体工商户的名称、法定代表人（经营者）姓名照原样公示；都不含证件号码。公示稿和其他信息一样送三级审核，发布之日自动登记为公示日期。',
        schema: Nothing,
        initial: {},
        fields: null,
        label: '拟公示稿',
        take: async () => editionAddress(await ledgers.publicize(id)),
      }
    case 'beginWithdrawal':
      return {
        lead: '拟出撤回稿并写明依据，经审核发布后公示页面改为撤回说明，撤回日期自动登记。',
        schema: Nothing,
        initial: {},
        fields: null,
        label: '拟撤回稿',
        take: async () => editionAddress(await ledgers.beginWithdrawal(id)),
      }
    case 'quash':
      return {
        lead: '公开的处罚决定被依法变更、撤销、确认违法或者确认无效的，应当在3日内撤回处罚决定信息并公开说明理由（行政处罚法第四十八条）。',
        schema: Quash,
        initial: { on: today, how: 'revoked', by: '' },
        fields: (
          <>
            <Form.Item name="how" label="情形" required>
              <Radio.Group className="stacked gap-6" options={optionsOf(quashings)} />
            </Form.Item>
            <Form.Item name="on" label="日期" required>
              <DayField latest={today} />
            </Form.Item>
            <CitedField name="by" label="依据的文书名称或者文号" max={300} help="如复议决定书、行政判决书的文号" />
          </>
        ),
        take: (checked) => taken(ledgers.quash(id, checked)),
      }
    case 'noteWithdrawal':
      return {
        lead: '这件决定不是在本平台公示的。请在原公示处撤下后，在此登记撤下的日期。',
        schema: Down,
        initial: { on: today },
        fields: (
          <Form.Item name="on" label="撤下日期" required>
            <DayField latest={today} />
          </Form.Item>
        ),
        take: (checked) => taken(ledgers.noteWithdrawal(id, checked)),
      }
  }
}
