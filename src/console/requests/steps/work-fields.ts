import type { StepName } from '../../../requests/step-inputs.ts'
import { linkKinds } from '../../../requests/work/link-kinds.ts'
import type { workInputs } from '../../../requests/work/work-inputs.ts'
import type { StepField } from './step-field.ts'

/** Whom a note names. */
export const colleagues: StepField = {
  name: 'to',
  label: '点名同事',
  kind: 'colleagues',
  optional: true,
  help: '被点名的同事会在“轮到我”中看到，直到阅看或者回复。点名的备注不能写申请人一方的姓名、电话等。',
}

/** What the steps of the work inside the organ ask. */
export const workFields: Readonly<Record<keyof typeof workInputs & StepName, readonly StepField[]>> = {
  acceptHandover: [
    {
      name: 'staffId',
      label: '由谁承办',
      kind: 'ownMember',
      optional: true,
      help: '接收后，这件申请由本科室承办，答复期限不因交办而变动。',
    },
  ],
  refuseHandover: [
    {
      name: 'reason',
      label: '退回的理由',
      kind: 'text',
      help: '写明为什么不属于本科室的职责；退回后由交办人另行交办，答复期限照常计算。',
    },
    { name: 'betterUnitId', label: '认为应当承办的科室', kind: 'unit', optional: true },
  ],
  askCoHandling: [
    { name: 'unitId', label: '协办科室', kind: 'unit' },
    {
      name: 'about',
      label: '请就什么提出意见',
      kind: 'text',
      rows: 4,
      help: '协办科室看得到这段文字，看不到申请人是谁；不能写申请人一方的姓名、电话等。',
    },
    {
      name: 'dueOn',
      label: '请于何日前提出',
      kind: 'comingDay',
      help: '答复期限照常计算，请给自己留出拟稿和审批的时间。',
    },
    { name: 'isAwaited', label: '意见提出后才能拟答复', kind: 'yes', optional: true },
  ],
  answerCoHandling: [
    { name: 'asked', label: '哪一项协办请求', kind: 'coHandling' },
    {
      name: 'opinion',
      label: '协办意见',
      kind: 'text',
      rows: 5,
      help: '供承办科室和审批人参考，不会自动写入答复书。',
    },
    { name: 'fileIds', label: '附件', kind: 'files', optional: true, help: '如有关的信息、依据。' },
  ],
  endCoHandling: [
    { name: 'asked', label: '哪一项协办请求', kind: 'coHandling' },
    { name: 'reason', label: '收回的理由', kind: 'text', rows: 2 },
  ],
  readNote: [],
  link: [
    {
      name: 'number',
      label: '与哪一件关联',
      kind: 'requestNumber',
      help: '填写那一件的编号；“相近的申请”中的可以直接选。关联在两件的页面上都看得到，不改变任何一件的办理。',
    },
    { name: 'why', label: '为什么关联', kind: 'choice', choices: linkKinds },
    { name: 'reason', label: '理由', kind: 'text', rows: 2 },
  ],
  unlink: [
    { name: 'otherId', label: '解除与哪一件的关联', kind: 'linked' },
    { name: 'reason', label: '解除的理由', kind: 'text', rows: 2 },
  ],
}
