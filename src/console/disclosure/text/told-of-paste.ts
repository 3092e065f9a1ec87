import type { OtherPart, PastedText } from './clean-paste.ts'

/** What of the clipboard did not come along as it was. */
export const toldOf = (pasted: PastedText): string[] => {
  const { lostPictures, hidden, hiddenLines, hasStruck, revisions, deleted, comments, others } = pasted
  return [
    ...(lostPictures > 0 ? [`粘贴的内容里有${lostPictures}幅图片没有带过来，请用“插入图片”逐幅上传`] : []),
    ...(hidden.length > 0
      ? [`粘贴的内容里有${hidden.length}处隐藏的文字没有带入：${hidden.slice(0, 3).join('、')}`]
      : []),
    ...(hiddenLines > 0 ? [`复制的表格里有${hiddenLines}处隐藏的行、列没有带入，请核对`] : []),
    ...(hasStruck ? ['粘贴的内容里有加删除线的文字，已照样划去：无效的请删去，有效的请去掉删除线'] : []),
    ...(revisions > 0 ? [revisedWords(revisions, deleted)] : []),
    ...(comments > 0 ? [`粘贴的内容里有${comments}条批注，没有带入`] : []),
    ...[...Map.groupBy(others, ({ kind }) => kind)].map(
      ([kind, all]) => `粘贴的内容里有${all.length}${ofOthers[kind]}：${quoted(all.map(({ words }) => words))}`,
    ),
  ]
}

const ofOthers: Readonly<Record<OtherPart['kind'], string>> = {
  reading: '处拼音注音没有带入，只保留了被注音的文字',
  equation: '处公式没有带入，请改写成一行文字，或者截图插入',
  drawing: '处图形里的文字没有带入，请写进正文，或者截图插入',
  form: '处表单里填写的内容没有带入，请写进正文',
  white: '处白色文字已带入，网页上看得见，请核对是否应当公开',
}

const mostSaid = 3

function revisedWords(revisions: number, deleted: readonly string[]): string {
  const left = deleted.length === 0 ? '' : `，删去的文字没有带入：${quoted(deleted)}`
  return `粘贴的内容里有${revisions}处修订，已按接受全部修订带入，请核对${left}`
}

/** “甲”、“乙”等 */
const quoted = (words: readonly string[]): string =>
  words
    .slice(0, mostSaid)
    .map((each) => `“${each}”`)
    .join('、') + (words.length > mostSaid ? '等' : '')
