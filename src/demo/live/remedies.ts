import type { Tx } from '../../db/database.ts'
import type { Organ } from '../../organs/organ.ts'
import { openCase, takeStep } from '../../remedies/cases/actions.ts'
import { showCase } from '../../remedies/cases/show.ts'
import { OpenCase, type StepName } from '../../remedies/cases/step-inputs.ts'
import { listRequests } from '../../remedies/cases/store/known.ts'
import type { Ago } from './cases.ts'
import type { DemoOffice } from './office.ts'

/** A reconsideration whose answer is due in two days, one after which an answer is given again, and a suit of a third party that is to be heard. */
export async function tellRemedies(tx: Tx, organ: Organ, office: DemoOffice, ago: Ago): Promise<void> {
  const [request] = await listRequests(tx, organ.id, '1998年窗口服务考核')
  const year = ago(0).slice(0, 4)
  const open = async (count: number, facts: object): Promise<string> => {
    const days = { filedOn: ago(count + 2), noticeOn: ago(count) }
    return (await openCase(tx, office.actor('clerk', ago(count)), OpenCase.parse({ ...days, ...facts }))).id
  }
  const take = async (id: string, count: number, name: StepName, input: object): Promise<void> => {
    const actor = office.actor('clerk', ago(count))
    const { seq } = await showCase(tx, actor, id)
    await takeStep(tx, actor, id, name, input, seq)
  }
  await open(3, {
    kind: 'review',
    number: `示政复〔${year}〕31号`,
    body: '本级人民政府',
    procedure: 'summary',
    act: request ? 'answer' : 'other',
    requestId: request?.id ?? null,
    letterNumber: request?.letters[0] ?? '',
    about: '认为该记录应当存在，请求撤销答复、责令重新答复',
  })
  // Revoked by the reviewing organ, it is answered again within the order's own limit.
  const [overturned] = await listRequests(tx, organ.id, '残疾人创业扶持')
  if (overturned) {
    const revoked = await open(9, {
      kind: 'review',
      number: `示政复〔${year}〕27号`,
      body: '本级人民政府',
      procedure: 'summary',
      act: 'answer',
      requestId: overturned.id,
      letterNumber: overturned.letters[0] ?? '',
      about: '认为提供的文件不全',
    })
    await take(revoked, 6, 'reply', { on: ago(6), text: '书面答复一份、证据四份' })
    const raw = '撤销被申请人作出的答复，责令其自收到决定书之日起十五个工作日内重新答复'
    await take(revoked, 2, 'decide', { on: ago(3), servedOn: ago(2), result: 'review.revoked', raw })
    const order = { on: ago(2), ground: 'ordered', documentNumber: `示政复决〔${year}〕27号` }
    await take(revoked, 1, 'answerAgain', { ...order, limit: 'workingDays', count: 15 })
  }
  const suit = await open(18, {
    kind: 'suitDirect',
    number: `（${year}）示01行初47号`,
    body: '示例市中级人民法院',
    party: 'thirdParty',
    act: 'publication',
    about: '认为公示的行政处罚信息涉及其商业秘密，请求撤下',
  })
  await take(suit, 11, 'reply', { on: ago(11), text: '答辩状一份、证据七份，邮寄提交' })
  await take(suit, 5, 'hear', { on: ago(-4), form: 'session', text: '第三审判庭，9时' })
}
