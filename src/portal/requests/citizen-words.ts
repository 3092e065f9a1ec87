import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { CaseView } from '../../requests/case-view.ts'
import type { EventData, RequestEvent } from '../../requests/event.ts'
import { effectiveEvents } from '../../requests/history.ts'
import { isToOthers } from '../../requests/letters/letter.ts'
import type { RoundView } from '../../requests/reanswer/round-view.ts'
import { serviceWords } from '../../requests/service/service-words.ts'

export interface PlainStatus {
  readonly name: string
  readonly sentence: string
}

/** Where a request stands, as its applicant wants to know it. What happens inside the house is one thing: 办理中. */
export function statusInWords({ status, due, fee, outcomeLabel, concludedOn, rounds }: CaseView): PlainStatus {
  const by = due ? chineseDate(due.on) : ''
  switch (status) {
    case 'arrived':
      return {
        name: '已提交，待确认',
        sentence:
          '本机关会按您留下的联系方式与您确认。双方确认之日为收到申请之日，答复期限从次日起计算（条例第三十一条）。',
      }
    case 'supplementing':
      return {
        name: '请您补正',
        sentence: `请在${by}前补正。收到补正之日起，答复期限重新计算；没有正当理由逾期不补正的，视为放弃申请，本机关不再处理（条例第三十条）。`,
      }
    case 'explaining':
      return { name: '请您说明理由', sentence: `请在${by}前说明申请的理由（条例第三十五条）。` }
    case 'awaitingPayment':
      return fee?.standing === 'lapsed'
        ? { name: '缴费期限已过', sentence: '没有在期限内缴纳信息处理费的，视为放弃申请，本机关不再处理。' }
        : {
            name: '请您缴费',
            sentence: `请${by ? `在${by}前` : '自收到收费通知书的次日起20个工作日内'}缴纳信息处理费${fee?.due ?? ''}元；逾期没有缴纳的，视为放弃申请，本机关不再处理。`,
          }
    case 'concluded':
      return {
        name: '已办结',
        sentence: `${concludedOn ? `${chineseDate(concludedOn)}办结` : '已经办结'}${outcomeLabel ? `，结果：${outcomeLabel}` : ''}。${againInWords(rounds)}`,
      }
    case 'reanswering':
    case 'reapproving':
    case 'reapproved':
      return {
        name: '正在重新答复',
        sentence: `${concludedOn ? `${chineseDate(concludedOn)}作出的` : ''}原答复正在重新办理，本机关应于${by}前重新答复。`,
      }
    default:
      return { name: '正在办理', sentence: by ? `本机关应于${by}前答复。` : '本机关正在办理。' }
  }
}

function againInWords(rounds: readonly RoundView[]): string {
  const answer = rounds.at(-1)?.answer
  return answer ? `${chineseDate(answer.on)}重新答复，结果：${answer.outcomeLabel}，以重新作出的答复为准。` : ''
}

/** On which working day the answer was given, and whether that was in time; of what ended without an answer nothing. */
export function answeredInTime({ clock, concludedOn, letters }: CaseView): string | undefined {
  if (!clock || !concludedOn || !letters.some(({ kind }) => kind === 'answer')) return undefined
  const on = chineseDate(concludedOn)
  if (concludedOn > clock.dueOn) return `本机关于${on}答复，晚于${chineseDate(clock.dueOn)}，逾期答复。`
  const counted = clock.days.findLast(({ day, number }) => number !== null && day <= concludedOn)?.number
  return counted ? `本机关于${on}答复，是第${counted}个工作日，没有逾期。` : `本机关于${on}答复，没有逾期。`
}

export interface Happening {
  readonly seq: number
  readonly on: PlainDate
  readonly text: string
}

/** What happened, in words for the applicant; inner steps and whom others are stay inside. */
export const happenings = (events: readonly RequestEvent[], service: CaseView['service'] = []): Happening[] =>
  effectiveEvents(events).flatMap((event) => {
    const text = event.kind === 'serviceAttempted' ? servedInWords(event.data, service) : inWords(event)
    return text ? [{ seq: event.seq, on: event.happenedOn, text }] : []
  })

/** How a letter to the applicant was served; of letters to others nothing. */
function servedInWords({ of, ...how }: EventData<'serviceAttempted'>, service: CaseView['service']) {
  const letter = service.find((each) => each.of === of)
  if (!letter || isToOthers(letter.kind)) return undefined
  return `送达${letter.label}：${serviceWords({ ...how, proof: '' })}`
}

function inWords(event: RequestEvent): string | undefined {
  const { kind, data } = event
  switch (kind) {
    case 'arrived':
      return '申请送达本机关'
    case 'received':
      return '确认收到申请，答复期限从次日起计算'
    case 'split':
      return `您的申请涉及几件事，分成${data.numbers.length}件办理：${data.numbers.join('、')}`
    case 'supplementRequested':
      return `告知补正${data.items ? `：${data.items}` : ''}`
    case 'supplementReceived':
      return `收到补正，答复期限重新计算${data.text ? `。您补正的内容：${data.text}` : ''}`
    case 'reasonsRequested':
      return `请您说明理由：${data.facts}`
    case 'reasonsReceived':
      return `收到您说明的理由：${data.text}`
    case 'delayed':
      return `确定延迟答复，至${chineseDate(data.until)}：${data.reason}`
    case 'extended':
      return `延长答复期限${data.days ? `${data.days}个工作日` : ''}${data.reason ? `：${data.reason}` : ''}`
    case 'consultationSent':
      return data.party === 'coOrgan'
        ? '书面征求共同制作机关的意见，所需时间不计入期限'
        : '书面征求第三方的意见，所需时间不计入期限'
    case 'consultationAnswered':
      return '收到被征求方的意见'
    case 'receiptReissued':
      return '核对身份后补发查询码和查询口令，原来的已经失效；不是您本人或者您委托的人办理的，请立即与本机关联系'
    case 'letterCorrected':
      return isToOthers(data.kind) ? undefined : '发出更正告知书，更正此前文书中写错的文字'
    case 'feeNotified':
      return `通知缴纳信息处理费${event.amount ? `${event.amount}元` : ''}`
    case 'feePaid':
      return `收到信息处理费${data.receiptNumber ? `，票据号码${data.receiptNumber}` : ''}`
    case 'feeDelivered':
      return '收费通知书送达您，缴费期限从次日起计算'
    case 'feeWaived':
      return `减免信息处理费${event.amount}元`
    case 'feeRefunded':
      return `退还信息处理费${event.amount}元`
    case 'withdrawn':
      return '您撤回了申请'
    case 'concluded':
      return data.letterNumber ? `办结，答复文号：${data.letterNumber}` : '办结'
    case 'reanswerOrdered':
      return data.ground === 'ordered'
        ? `收到${data.body}${data.documentNumber || data.caseNumber}，责令本机关重新答复`
        : '本机关对原答复自行纠正，重新办理'
    case 'reanswered':
      return data.letterNumber ? `重新答复，文号：${data.letterNumber}` : '重新答复'
    case 'reanswerCancelled':
      return '重新答复的登记有误，已经撤销'
    case 'dueMoved':
      return `办理期限由${chineseDate(data.from)}调整为${chineseDate(data.to)}：${data.reason}`
    default:
      return undefined
  }
}
