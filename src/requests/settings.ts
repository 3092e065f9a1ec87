import { z } from 'zod'
import { openQuestions } from '../law/open-questions.ts'
import { openChoice, type Setting } from '../organs/settings/setting.ts'
import { required } from '../organs/text.ts'
import type { ReviewLevel } from '../review/level.ts'
import { ChosenLevels, Levels } from '../review/plan.ts'
import { refuseUnheld } from '../review/unheld.ts'
import { defaultLevels, defaultNoticeLevels } from './approval-levels.ts'

const levels = (
  id: string,
  question: string,
  preset: readonly ReviewLevel[],
  source: string,
): Setting<readonly ReviewLevel[]> => ({
  id,
  question,
  matter: '文书审批',
  effect: '修改后送审的文书按新的层级审批；已经送审的仍按送审时的层级。',
  schema: ChosenLevels,
  kept: Levels,
  check: refuseUnheld,
  preset,
  choices: null,
  source,
  confidence: null,
})

const byOrgan = '条例第四十五条；由本机关确定'

/** Who approves each kind of letter before it leaves. */
export const levelSettings = {
  approvalLevels: levels(
    'approvalLevels',
    '答复，以及告知第三方决定公开的文书，由哪几级依次审批？',
    defaultLevels,
    '由本机关确定',
  ),
  supplementLevels: levels('supplementLevels', '补正告知书由哪几级依次审批后发出？', defaultNoticeLevels, byOrgan),
  reasonsLevels: levels('reasonsLevels', '说明理由告知书由哪几级依次审批后发出？', defaultNoticeLevels, byOrgan),
  feeLevels: levels('feeLevels', '收费通知书由哪几级依次审批后发出？', defaultNoticeLevels, byOrgan),
  consultationLevels: levels(
    'consultationLevels',
    '征求第三方、共同制作机关意见的文书由哪几级依次审批后发出？',
    defaultNoticeLevels,
    byOrgan,
  ),
} as const

/** Art. 30 says only: a reasonable time. */
export const supplementWorkingDays: Setting<number> = {
  id: 'supplementWorkingDays',
  question: openQuestions.supplementWorkingDays.question,
  matter: '依申请公开',
  effect: '办理补正告知时预先算好的补正期限，给得比它短会提醒。以后发出的补正告知书照此；已经发出的期限不变。',
  schema: z.int('请填写整数').min(1, '至少为1').max(60, '最多为60'),
  preset: openQuestions.supplementWorkingDays.default,
  choices: null,
  source: openQuestions.supplementWorkingDays.source,
  confidence: openQuestions.supplementWorkingDays.confidence,
}

/** Art. 35. The choice is written into the event that sends the notice, and the clock reads it there. */
export const clockWhileExplainingReasons = openChoice(
  'clockWhileExplainingReasons',
  openQuestions.clockWhileExplainingReasons,
  {
    matter: '依申请公开',
    effect:
      '以后发出说明理由告知书的申请，选“停止计算”的，自告知书发出的次日至收到说明之日（最迟至说明期限届满之日）不计入答复期限；已经发出的仍按发出时的算法。',
  },
)

/** The column of the report that a request of an individual business counts in, written into its row when it is registered. */
export const individualBusinessColumn = openChoice('individualBusinessColumn', openQuestions.individualBusinessColumn, {
  matter: '依申请公开',
  effect:
    '以后登记的申请，类别为商业企业、信用代码以92开头的，按此列入年度报告；已经登记的不变，因此宜在年初修改。文书的称谓不受影响。',
})

export const partialDisclosureRoute = openChoice('partialDisclosureRoute', openQuestions.partialDisclosureRoute, {
  matter: '救济途径',
  effect: '部分公开的答复书按此写明救济途径。修改后拟写的按新的写；已经送审和发出的不变。',
})

export const noAnswerRoute = openChoice('noAnswerRoute', openQuestions.noAnswerRoute, {
  matter: '救济途径',
  effect: '申请逾期未答复的，申请人查询办理进度时，页面按此写明救济途径。保存后即按新的显示。',
})

/** Which requests make up a natural month. It is written into the event of the notice. */
export const feeMonthKey = openChoice('feeMonthKey', openQuestions.feeMonthKey, {
  matter: '依申请公开',
  effect:
    '以后拟写的收费通知书，按件计收时按此归月、计件；拆分的各件随原申请。已经发出的收费通知书不变，宜在月初修改。',
})

export const pagesAddedAcrossRequests = openChoice('pagesAddedAcrossRequests', openQuestions.pagesAddedAcrossRequests, {
  matter: '依申请公开',
  effect:
    '以后拟写的收费通知书，按量计收时，选“是”的连同该申请人同一自然月此前已按量计收的页数一并计算；已经发出的不变。',
})

/** The choice is written into the event that sends the notice, and the clock reads it there. */
export const clockAfterPayment = openChoice('clockAfterPayment', openQuestions.clockAfterPayment, {
  matter: '依申请公开',
  effect:
    '以后发出的收费通知书按此告知申请人，缴费后按此计算答复期限；已经发出的仍按发出时的算法。等待缴费的时间两种算法都不计入期限。',
})

/** How a fee is paid, as every notice begins with it. */
export const feePaymentWay: Setting<string | null> = {
  id: 'feePaymentWay',
  question: '申请人怎样缴纳信息处理费（收款单位、执收编码、账号或者扫码缴款的网址）？',
  matter: '依申请公开',
  effect: '办理“收费通知”时预先填好的缴纳方式，可以逐件修改；已经送审和发出的收费通知书不变。',
  schema: required('请填写缴纳方式，或者留空', 100).nullable(),
  kept: z.string().nullable(),
  preset: null,
  choices: null,
  source: '由本机关确定；款项缴入国库，本平台不收款',
  confidence: null,
}

export const requestSettings: readonly Setting[] = [
  ...Object.values(levelSettings),
  supplementWorkingDays,
  clockWhileExplainingReasons,
  feeMonthKey,
  pagesAddedAcrossRequests,
  clockAfterPayment,
  feePaymentWay,
  individualBusinessColumn,
  partialDisclosureRoute,
  noAnswerRoute,
]
