import { plainDate } from '../../../days/plain-date.ts'
import type { Letter } from '../letter.ts'
import { writeLetter } from '../write-letter.ts'
import { aLetterOrgan, anAnswer } from './facts.ts'

/** An organ that has set everything that its letters name. */
export const named = aLetterOrgan({ court: '示例市示例区人民法院', onlineReview: 'https://xzfy.moj.gov.cn' })

/** One letter of each kind that is no answer and bears a number. */
export function lettersOnTheWay(): Letter[] {
  const { organ, request } = anAnswer('granted')
  const basic = {
    organ,
    request,
    madeOn: plainDate('2026-11-24'),
    addressee: { name: '示例公司', is: 'organisation' },
  } as const
  const dueOn = plainDate('2026-12-15')
  const first = {
    kind: 'answer',
    title: '政府信息公开申请答复书',
    number: '示营商公复〔2026〕3号',
    madeOn: basic.madeOn,
  } as const
  const changes = [{ where: 'text', from: '甲', to: '乙' }] as const
  const fee = { basis: 'perPage', month: '2026-11', counted: [], pages: 40, pagesBefore: 0, amount: '300.00' } as const
  return [
    writeLetter('supplementNotice', { ...basic, items: '文号', dueOn }),
    writeLetter('reasonsNotice', { ...basic, facts: '本月提出56件', dueOn }),
    writeLetter('extensionNotice', { ...basic, days: 15, reason: '档案数量较大', dueOn }),
    writeLetter('delayNotice', { ...basic, until: dueOn, reason: '需要逐件检索' }),
    writeLetter('feeNotice', {
      ...basic,
      fee,
      standard: '每页10元',
      way: '到示例银行缴纳',
      code: '',
      withinDays: 20,
      clock: 'resumes',
    }),
    writeLetter('thirdPartyConsultation', { ...basic, about: '合同' }),
    writeLetter('coOrganConsultation', { ...basic, about: '合同' }),
    writeLetter('thirdPartyDecision', {
      ...basic,
      organ: named,
      about: '合同',
      consultedOn: dueOn,
      reason: '使用财政资金',
    }),
    writeLetter('correction', { ...basic, first, before: [], changes }),
    writeLetter('correctionToOthers', { ...basic, first, before: [], changes }),
  ]
}
