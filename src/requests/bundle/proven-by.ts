import type { LetterKind } from '../letters/letter.ts'

/** What letters of a request usually prove in a dispute over it: where a list of evidence begins, to be put in its own words by whoever answers. */
const byLetter: Readonly<Record<LetterKind, string>> = {
  receiptAcknowledgement: '本机关收到申请的时间',
  supplementNotice: '本机关依法一次性告知补正的内容、期限和逾期不补正的后果（条例第三十条）',
  reasonsNotice: '本机关依法要求申请人说明理由（条例第三十五条）',
  feeNotice: '本机关在答复期限内告知收取信息处理费的依据、标准和数额（条例第四十二条）',
  extensionNotice: '延长答复期限经政府信息公开工作机构负责人同意，并已告知申请人（条例第三十三条）',
  delayNotice: '本机关确定延迟答复的合理期限并已告知申请人（条例第三十五条）',
  thirdPartyConsultation: '本机关书面征求了第三方的意见，所需时间不计入答复期限（条例第三十二条、第三十三条）',
  coOrganConsultation: '本机关征求了共同制作机关的意见，所需时间不计入答复期限（条例第三十三条、第三十四条）',
  thirdPartyDecision: '决定公开的内容和理由已书面告知第三方（条例第三十二条）',
  answer: '本机关在法定期限内作出答复，答复的内容、依据和救济途径的告知',
  noFurtherHandling: '本机关依法不再处理该申请，并已告知申请人',
  correction: '本机关更正了此前文书中的错误并已告知申请人',
  correctionToOthers: '本机关更正了此前文书中的错误并已告知对方',
}

const byFile: Readonly<Record<string, string>> = {
  evidence: '本机关依法送达或者确认的事实',
  answer: '本机关已经提供的政府信息',
}

/** Of a letter by its kind, of another file by its purpose; what came in proves when and how it was asked. */
export const provenBy = (letter: string | undefined, purpose: string): string =>
  Object.entries(byLetter).find(([kind]) => kind === letter)?.[1] ??
  byFile[purpose] ??
  '申请人提出申请的时间、内容和方式'
