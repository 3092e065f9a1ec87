/** Everything the system may refuse, with its article. Thrown by actions, returned by `whyNot`, mapped to a status in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly kind: 'missing' | 'forbidden' | 'conflict' | 'invalid',
    /** Stable, for programs. */
    readonly code: string,
    /** Chinese, for people. */
    message: string,
    readonly article?: string,
  ) {
    super(message)
  }
}

export const refusals = {
  unknownOrgan: (slug: string) =>
    new Refusal('missing', 'unknown_organ', `没有找到代号为“${slug}”的机关，请核对代号（如 hegang-ysj）`),
  unknownReport: (organ: string, year: number) =>
    new Refusal('missing', 'unknown_report', `${organ}尚未公布${year}年度政府信息公开工作年度报告`),
  unknownCell: (cell: string) =>
    new Refusal('invalid', 'unknown_cell', `年度报告中没有“${cell}”这一格，写法如 newReceived/naturalPerson`),
  noFormat: (year: number) =>
    new Refusal('invalid', 'no_report_format', `${year}年没有统一的年度报告格式，统一格式自2019年度起施行`, '50'),
  yearNotOver: (year: number, today: string) =>
    new Refusal('conflict', 'year_not_over', `${year}年度尚未结束（今天是${today}），不能公布该年度报告`, '49'),
  reportHasErrors: (count: number) =>
    new Refusal('conflict', 'report_has_errors', `年度报告有${count}处错误，改正后才能公布`),
  unreadableFile: (name: string, why: string) =>
    new Refusal('invalid', 'unreadable_file', `文件“${name}”不能读取：${why}`),
  dataFolderInUse: (folder: string) =>
    new Refusal(
      'conflict',
      'data_folder_in_use',
      `数据目录 ${folder} 已有一个开诚在运行，请先停止它，或用 KAICHENG_DATA 另指一个目录`,
    ),
}
