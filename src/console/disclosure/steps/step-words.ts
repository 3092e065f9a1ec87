import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { officeTime } from '../../words.ts'

const published: Readonly<Record<RecordView['act'], string>> = {
  publish: '发布后公众立即可以看到、检索和下载，并计入台账；以后要改，只能走更正、撤回或者废止，都要重新审核。',
  correct: '发布后公众立即看到更正后的文本和更正理由，原来的版本留在历史里。',
  withdraw: '发布后公众立即看不到正文和附件，原址改为显示标题、撤回日期和理由。',
  repeal: '发布后文件标明已经废止，从现行有效的文件中移出，并计入废止数。',
}

const hidden = '发布后公众立即看到更正后的文本和理由；更正前的文字、改动和附件从公开的历史中隐去，本机关留存备查。'
const publishedWords = ({ act, content }: RecordView): string =>
  content.act.kind === 'correct' && content.act.hideReason !== undefined ? hidden : published[act]

const bound = (view: RecordView) => `您办理的是校验码 ${view.hash?.slice(0, 8) ?? ''} 的文本（第${view.revision}稿）。`

/** What a step does once it is taken, in words, before it is taken. */
export function consequence(step: StepName, view: RecordView): string {
  const turn = view.levels[view.signatures.length]
  const next = view.levels[view.signatures.length + 1]
  switch (step) {
    case 'submit':
      return `送审后轮到${view.levels[0]?.label ?? '初审'}（${view.levels[0]?.roleLabel ?? ''}）。审核期间谁再改动一个字，已有的签名都会失效。${bound(view)}`
    case 'sign': {
      const after = next
        ? `签后轮到${next.label}（${next.roleLabel}）。`
        : view.status === 'live'
          ? '这是补齐紧急发布的最后一级审核。'
          : '签后各级审核完成，由经办人发布。'
      return `您以${turn?.label ?? ''}身份签名，签名与文本绑定。${after}${bound(view)}`
    }
    case 'sendBack':
      return '退回后，退回处以后的签名失效；拟稿人会看到您的意见和所指的段落。'
    case 'schedule':
      return `到时系统再检查一遍，没有发现必须处理的问题就自动发布，不再另行确认。${publishedWords(view)}${bound(view)}`
    case 'unschedule':
      return `取消后不再于${view.scheduledFor ? officeTime(view.scheduledFor) : '原定时间'}自动发布，回到“审核通过，待发布”。`
    case 'publish':
      return `${publishedWords(view)}${bound(view)}`
    case 'publishUrgently':
      return `不等审核完成，立即向公众发布；其余各级审核须随后补齐，理由和经过记入审计。${bound(view)}`
    case 'discard':
      return view.editions.length > 1
        ? '作废后这一版不再办理，正在公开的版本不受影响；各稿仍留存备查。'
        : '作废后这条信息不再办理；各稿仍留存备查，不能恢复办理。'
  }
}

/** The words on the button that takes the step. */
export const confirmWords: Readonly<Record<StepName, string>> = {
  submit: '确认送审',
  sign: '签名同意',
  sendBack: '确认退回',
  schedule: '确认定时发布',
  unschedule: '确认取消定时',
  publish: '确认发布',
  publishUrgently: '确认紧急发布',
  discard: '确认作废',
}

/** Steps that cannot be undone. */
export const dangers: readonly StepName[] = ['discard', 'publishUrgently']
