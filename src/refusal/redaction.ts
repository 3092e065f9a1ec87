import { Refusal } from './refusal.ts'

/** When a file cannot be blacked out here, or not yet. */
export const redactionRefusals = {
  notRedactable: (name: string) =>
    new Refusal(
      'invalid',
      'not_redactable',
      `“${name}”不能在这里隐去。可以用PDF、Word（.docx）和图片（PNG、JPEG、GIF）；其他文件请先另存为PDF`,
    ),
  unknownRedaction: () => new Refusal('missing', 'unknown_redaction', '没有这份隐去的文件'),
  redactionMoved: () =>
    new Refusal('conflict', 'redaction_moved', '这份文件刚刚在别处改过，请刷新后再改；您框的位置没有保存'),
  nothingRedacted: () => new Refusal('conflict', 'nothing_redacted', '还没有标出要隐去的内容'),
  passageUnnamed: (page: number) =>
    new Refusal('conflict', 'passage_unnamed', `第${page}页有一处没有写明是什么内容，或者没有选择依据`, '37'),
  tooManyPages: (most: number) =>
    new Refusal('conflict', 'too_many_pages', `这份文件超过${most}页，请分成几份，分别隐去`),
  fontNotInFile: (page: number, font: string) =>
    new Refusal(
      'conflict',
      'font_not_in_file',
      `第${page}页的字体“${font}”没有嵌入文件，显示的字可能不对，不能据此生成。请用原来的软件重新导出并嵌入字体，或者打印后扫描`,
    ),
  redactedTooLarge: () => new Refusal('conflict', 'redacted_too_large', '隐去后的文件超过20MB，请分成几份，分别隐去'),
} as const
