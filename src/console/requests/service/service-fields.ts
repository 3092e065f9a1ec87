import { receivers, returnCauses, serviceResults, serviceWays } from '../../../requests/service/ways.ts'
import type { StepField } from '../steps/step-field.ts'
import { answersLateNow, hasMailNumber, hasResult, isReceived, isReturned, isSigned, servedBy } from './when-served.ts'

const asked = { optional: true, isDemanded: true } as const

const day = (label: string, help: string, ...ways: readonly string[]): StepField => ({
  name: 'on',
  label,
  kind: 'pastDay',
  help: `${help}不填的，以办理这一步的日子为准。`,
  when: servedBy(...ways),
  optional: true,
})

const proof = (label: string, help: string, ...ways: readonly string[]): StepField => ({
  name: 'proof',
  label,
  kind: 'line',
  help,
  when: servedBy(...ways),
  ...asked,
})

/** How a letter is served, as far as the way asks for it. */
export const serviceFields: readonly StepField[] = [
  {
    name: 'way',
    label: '送达方式',
    kind: 'choice',
    choices: serviceWays,
    help: '邮寄只能交邮政企业。公告只在其他方式无法送达之后采用。',
  },
  {
    name: 'mailNumber',
    label: '邮件号码',
    kind: 'line',
    help: '收寄凭证上的挂号信、EMS号码；其他快递不作为送达。',
    when: hasMailNumber,
    ...asked,
  },
  { name: 'receivedBy', label: '由谁签收', kind: 'choice', choices: receivers, when: isSigned, ...asked },
  proof('受委托送达的机关', '写明机关名称。', 'throughOrgan'),
  proof('怎样知道已经到达', '如发送成功记录、传真发送报告、对方回复。', 'email', 'fax'),
  proof('公告刊登在哪里', '如本机关网站、报纸的名称和版面。', 'publicNotice'),
  day('交邮日期', '答复以交邮之日为准，可以是今天以前的日子，按收寄凭证填写。', 'post'),
  day('签收日期', '答复以签收之日为准，可以是今天以前的日子，按送达回证填写。', 'counter', 'throughOrgan'),
  day('到达日期', '答复以到达对方系统之日为准。', 'email', 'fax'),
  day('公告日期', '自公告之日起经过30日，视为送达。', 'publicNotice'),
]

const late: StepField = {
  name: 'lateReason',
  label: '逾期答复的原因',
  kind: 'text',
  rows: 2,
  when: answersLateNow,
  ...asked,
}

const papers = (help: string): StepField => ({
  name: 'fileIds',
  label: '送达凭证',
  kind: 'files',
  optional: true,
  help,
})

const correction = (when?: StepField['when']): StepField => ({
  name: 'correction',
  label: '原来怎样记错、依据什么更正',
  kind: 'text',
  rows: 2,
  ...(when ? { when, ...asked } : {}),
})

const attempt: StepField = { name: 'attempt', label: '哪一次送达', kind: 'attempt' }

/** What each step of service asks. */
export const serviceStepFields = {
  serveLetter: [
    { name: 'letter', label: '哪一份文书', kind: 'letterToServe' },
    ...serviceFields,
    late,
    papers('如邮局的收寄凭证、送达回证。'),
  ],
  recordService: [
    attempt,
    {
      name: 'result',
      label: '送达结果',
      kind: 'choice',
      choices: serviceResults.filter(({ id }) => id !== 'opened'),
      help: '被退回的，接着办理“再次送达”。',
    },
    { name: 'on', label: '日期', kind: 'pastDay', help: '签收、拒收之日，或者收到退件之日。' },
    { name: 'receivedBy', label: '由谁签收', kind: 'choice', choices: receivers, optional: true, when: isReceived },
    { name: 'cause', label: '退回的原因', kind: 'choice', choices: returnCauses, when: isReturned, ...asked },
    { name: 'note', label: '说明', kind: 'line', optional: true },
    correction(hasResult),
    papers('如邮政签收记录、送达回证、退回的邮件。'),
  ],
  serveAgain: [
    { name: 'letter', label: '哪一份文书', kind: 'letterServed' },
    ...serviceFields,
    late,
    papers('如邮局的收寄凭证、送达回证。'),
  ],
  correctService: [attempt, ...serviceFields, late, correction(), papers('更正所依据的凭证。')],
} as const satisfies Record<string, readonly StepField[]>
