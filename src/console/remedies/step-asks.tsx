import { Form } from 'antd'
import type { ReactNode } from 'react'
import { chineseDate } from '../../days/plain-date.ts'
import { remedyResults } from '../../law/remedy-results.ts'
import type { LimitView, RemedyCaseView } from '../../remedies/cases/case-view.ts'
import { CountedResult, hearingForms, laterInstances, procedures } from '../../remedies/cases/event.ts'
import type { StepName } from '../../remedies/cases/step-inputs.ts'
import { resultLabels } from '../../remedies/cases/told.ts'
import { optionsOf } from '../fields/options.ts'
import { ChargeFields } from '../fields/unit-field.tsx'
import type { RowStep } from '../ledgers/steps/row-step-drawer.tsx'
import { EvidenceField } from './evidence-field.tsx'
import { OpeningFields } from './opening-fields.tsx'
import { reanswerAsked } from './reanswer-asks.tsx'
import { Choose, Day, Line, Words } from './step-items.tsx'

type Asked = Pick<RowStep, 'lead' | 'initial'> & { readonly fields: ReactNode }
type Asks = { readonly [Name in StepName]: (view: RemedyCaseView) => Asked }

const asks: Asks = {
  reply: ({ opening, limits }) => ({
    lead: replyLead(limits.find(({ id, doneOn, isOver }) => id === 'reply' && doneOn === null && !isOver)),
    initial: { text: '' },
    fields: (
      <>
        <Day label={opening.kind === 'review' ? '提交书面答复之日' : '提交答辩状之日'} />
        <Words label="怎样提交、提交了哪些证据" isFree />
      </>
    ),
  }),
  hear: () => ({
    lead: '收到通知即可登记；日期在今天以后的，到时提醒。诉讼开庭，机关负责人应当出庭，不能出庭的委托相应工作人员。',
    initial: { form: undefined, text: '' },
    fields: (
      <>
        <Choose name="form" label="方式" options={optionsOf(hearingForms)} />
        <Day label="日期" mayBeLater />
        <Words label="地点、到场人员、经过" isFree />
      </>
    ),
  }),
  decide: ({ opening, instances }) => ({
    lead: '照决定书、裁判文书填写；列入年度报告哪一栏由结果确定，可以另行调整。撤回、撤诉的，登记终止、准予撤诉。',
    initial: { servedOn: null, result: undefined, raw: '', performBy: null },
    fields: (
      <>
        <Choose
          name="result"
          label="结果"
          options={optionsOf(resultsFor(opening.kind === 'review', instances.at(-1)?.kind ?? 'first'))}
        />
        <Words name="raw" label="主文（隐去当事人信息）" />
        <Day label="作出之日" />
        <Day
          name="servedOn"
          label="送达本机关之日"
          isFree
          extra="复议决定自送达生效；可以上诉的裁判，上诉期自送达次日起算"
        />
        <Day
          name="performBy"
          label="履行期限"
          isFree
          mayBeLater
          extra="责令履行、重新作出的，填写决定、裁判定的最后一日"
        />
      </>
    ),
  }),
  perform: () => ({
    lead: '履行决定、裁判后登记；重新作出答复的，写明文号。',
    initial: { text: '' },
    fields: (
      <>
        <Day label="履行之日" />
        <Words label="怎样履行" />
      </>
    ),
  }),
  answerAgain: reanswerAsked,
  openInstance: ({ opening }) => ({
    lead: '二审、重审、再审在原案件上登记，不另立一案。收到上诉状副本的，答辩期限自动计算。',
    initial: { instance: undefined, number: '', body: opening.body, noticeOn: null },
    fields: (
      <>
        <Choose name="instance" label="审级" options={optionsOf(laterInstances)} />
        <Line name="number" label="案号" />
        <Line name="body" label="人民法院" />
        <Day label="受理之日" />
        <Day name="noticeOn" label="收到上诉状、起诉状副本之日" isFree extra="本机关上诉、申请再审的，留空" />
      </>
    ),
  }),
  takeEffect: () => ({
    lead: '没有登记的，按上诉期满、没有上诉计算生效日期；法院另有说明的，在这里登记。',
    initial: { text: '' },
    fields: (
      <>
        <Day label="生效之日" />
        <Words label="依据" isFree max={500} />
      </>
    ),
  }),
  changeProcedure: ({ procedure }) => ({
    lead: '答复期限按新的程序计算，仍自收到申请书副本的次日起算。',
    initial: { procedure: procedure === 'summary' ? 'ordinary' : 'summary', text: '' },
    fields: (
      <>
        <Choose name="procedure" label="改为" options={optionsOf(procedures)} />
        <Day label="通知之日" />
        <Words label="说明" isFree max={500} />
      </>
    ),
  }),
  suspend: () => ({
    lead: '中止的是审理；本机关答复、举证的期限照常计算。',
    initial: { reason: '' },
    fields: (
      <>
        <Day label="中止之日" />
        <Words name="reason" label="原因" max={500} />
      </>
    ),
  }),
  resume: () => ({
    lead: '恢复审理。',
    initial: { text: '' },
    fields: (
      <>
        <Day label="恢复之日" />
        <Words label="说明" isFree max={500} />
      </>
    ),
  }),
  extend: () => ({
    lead: '复议机关、人民法院延长审理期限的，照通知登记。',
    initial: { until: null, reason: '' },
    fields: (
      <>
        <Day label="决定延长之日" />
        <Day name="until" label="延长至" mayBeLater />
        <Words name="reason" label="原因" max={500} />
      </>
    ),
  }),
  receiveOpinion: () => ({
    lead: '收到复议意见书的，60日内反馈办理情况；期限自动提醒。',
    initial: { number: '', text: '' },
    fields: (
      <>
        <Line name="number" label="意见书文号" />
        <Day label="收到之日" />
        <Words label="主要意见" isFree />
      </>
    ),
  }),
  answerOpinion: ({ opinions }) => ({
    lead: `反馈的是${opinions.find(({ answeredOn }) => answeredOn === null)?.number ?? '意见书'}。`,
    initial: { text: '' },
    fields: (
      <>
        <Day label="反馈之日" />
        <Words label="办理情况" />
      </>
    ),
  }),
  classify: () => ({
    lead: '结果仍按原样保留；只调整列入年度报告第四部分的哪一栏。已经公布的年度报告因此变动的，须修订。',
    initial: { class: undefined, reason: '' },
    fields: (
      <>
        <Choose
          name="class"
          label="列入"
          options={CountedResult.exclude(['pending']).options.map((value) => ({ value, label: resultLabels[value] }))}
        />
        <Words name="reason" label="理由" max={500} />
      </>
    ),
  }),
  assign: ({ charge }) => ({
    lead: '交给承办的科室，也可以指定经办人；没有指定的，该科室的经办人员都可以办理。',
    initial: { unitId: charge.unitId, staffId: charge.staffId },
    fields: <ChargeFields />,
  }),
  note: () => ({
    lead: '补充提交的材料、往来情况都可以记在这里。',
    initial: { text: '' },
    fields: <Words label="备注" />,
  }),
  correct: ({ opening, record }) => ({
    lead: '登记时写错的，在这里更正；原来的登记和理由留在办理经过里。',
    initial: { ...opening, reason: '' },
    fields: (
      <>
        <OpeningFields record={record} />
        <Words name="reason" label="更正的理由" max={500} />
      </>
    ),
  }),
  takeBack: ({ events }) => ({
    lead: '记错的一条从办理经过中撤销，仍然看得到；期限、结果、报告数字随之重算。',
    initial: { of: undefined, reason: '' },
    fields: (
      <>
        <Choose
          name="of"
          label="哪一条"
          options={events
            .filter(({ mayBeTakenBack }) => mayBeTakenBack)
            .map(({ seq, on, what, words }) => ({ value: seq, label: `${on}　${what}　${words.slice(0, 20)}` }))}
        />
        <Words name="reason" label="理由" max={500} />
      </>
    ),
  }),
  listEvidence: ({ id, evidence, limits }) => ({
    lead: `选择要提交的材料，写明各证明什么，按顺序排列；编好后可以导出清单和全部材料。${replyLead(limits.find(({ id: limit, doneOn, isOver }) => limit === 'reply' && doneOn === null && !isOver))}`,
    initial: { items: evidence },
    fields: (
      <Form.Item name="items" label="证据" required>
        <EvidenceField caseId={id} />
      </Form.Item>
    ),
  }),
  cancel: () => ({
    lead: '用于重复登记、登记到别的机关的案件等；取消后不再计入年度报告，不能恢复。',
    initial: { reason: '' },
    fields: <Words name="reason" label="为什么取消登记" max={500} />,
  }),
}

/** 行诉法 34, 复议法 70: what is not handed in in time is not there; of an appeal nothing like it is said. */
function replyLead(limit: LimitView | undefined): string {
  if (!limit) return '照提交的情况登记，附上提交的材料。'
  const lapse = limit.article === '行诉法 86' ? '' : '逾期不提交的，视为没有证据、依据。'
  return `应在${chineseDate(limit.dueOn)}前（含当日）提交。${lapse}`
}

/** What a step of a case asks, and what it does. */
export const askedBy = (name: StepName, view: RemedyCaseView): Asked => asks[name](view)

/** What a decision may say in this forum and instance. */
function resultsFor(isReview: boolean, instance: string) {
  const forum = isReview ? 'administrativeReconsideration' : 'administrativeLitigation'
  const isFirst = instance === 'first' || instance === 'remitted'
  return remedyResults.filter((result) => {
    if (result.forum !== forum) return false
    const isLater = 'asBefore' in result || result.id === 'suit.remitted'
    return isLater ? !isFirst : result.class !== 'pending'
  })
}
