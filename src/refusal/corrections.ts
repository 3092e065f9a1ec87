import { effectWords } from './effect-words.ts'
import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string, field?: string) =>
  new Refusal('conflict', code, message, undefined, field)
const invalid = (code: string, message: string, field?: string) =>
  new Refusal('invalid', code, message, undefined, field)

/** What is refused where something recorded wrongly is put right. */
export const correctionRefusals = {
  nothingToCorrect: () => invalid('nothing_to_correct', '更正后的内容与现在登记的相同，请填写需要更正的项目', 'to'),
  wrongCorrection: (label: string, why: string) => invalid('wrong_correction', `${label}：${why}`, 'to'),
  correctionWaits: () =>
    conflict('correction_waits', '已有一项登记更正等待另一人确认，请先确认或者不予更正，再提出新的更正'),
  noCorrection: () => conflict('no_correction', '没有等待确认的登记更正'),
  ownCorrection: () => new Refusal('forbidden', 'own_correction', '更正由您提出，应当由另一人确认'),
  noOpinionYet: () => conflict('no_opinion_yet', '还没有登记过对方的意见，没有可以更正的'),
  draftRelies: () =>
    conflict('draft_relies', '送审中的答复依据原来登记的意见拟成，请审批人先退回修改，再更正意见、重新拟答复'),
  letterRelies: () => conflict('letter_relies', '送审中的告知书依据原来登记的意见拟成，请审批人先退回，再更正意见'),
  opinionRelied: () =>
    conflict('opinion_relied', '已经根据这一意见告知第三方决定公开，不能再更正意见；文书有误的，请办理“更正文书”'),
  unknownImport: () => new Refusal('missing', 'unknown_import', '没有这次导入，请核对导入编号'),
  importUndone: () => conflict('import_undone', '这次导入已经撤销过'),
  importTooOld: () =>
    conflict('import_too_old', '这次导入时本系统还不保留导入前的内容，不能整批撤销；请改正文件后重新导入'),
  importOvertaken: (which: string) =>
    conflict('import_overtaken', `导入以后，${which}又有改动、发布或者被引用，不能整批撤销；请先逐条核对`),
  undoByHead: (years: string) =>
    new Refusal(
      'forbidden',
      'undo_by_head',
      `${years}年度报告已经定稿，撤销会使其中的数字与台账不一致，须由导入人以外的政府信息公开工作机构负责人在控制台“台账导入”中撤销`,
    ),
  receivedLongAgo: (why: string) =>
    conflict('received_long_ago', `${why}。请核对日期；确实无误的，请确认后再登记`, 'arrivedOn'),
  receivedInFrozenYear: (received: string, years: readonly number[], effects: readonly string[]) =>
    conflict(
      'received_long_ago',
      `${received}，${years.join('、')}年度报告已经定稿，登记后须修订该年度报告${effectWords(effects)}。请核对日期；确实无误的，请确认后再登记`,
      'arrivedOn',
    ),
}
