/** Everything the system may refuse, with its article. Thrown by actions, returned by `whyNot`, mapped to a status in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  readonly kind: 'missing' | 'forbidden' | 'conflict' | 'invalid' | 'malformed' | 'tooLarge'
  /** Stable, for programs. */
  readonly code: string
  readonly article: string | undefined

  /** `message` is Chinese, for people. */
  constructor(kind: Refusal['kind'], code: string, message: string, article?: string) {
    super(message)
    this.kind = kind
    this.code = code
    this.article = article
  }
}

export const refusals = {
  unknownOrgan: (slug: string) =>
    new Refusal('missing', 'unknown_organ', `没有找到代号为“${slug}”的机关，请核对代号（如 hegang-ysj）`),
  organTaken: (name: string, slug: string) =>
    new Refusal('conflict', 'organ_taken', `代号或者名称已由“${name}”（${slug}）使用，请换一个`),
  unknownReport: (organ: string, year: number) =>
    new Refusal('missing', 'unknown_report', `${organ}尚未公布${year}年度政府信息公开工作年度报告`),
  unknownCell: (cell: string) =>
    new Refusal('invalid', 'unknown_cell', `年度报告中没有“${cell}”这一格，写法如 newReceived/naturalPerson`),
  noFormat: (year: number) =>
    new Refusal('invalid', 'no_report_format', `${year}年没有统一的年度报告格式，统一格式自2019年度起施行`, '50'),
  formNotComputable: (year: number) =>
    new Refusal(
      'invalid',
      'form_not_computable',
      `${year}年度适用2019年格式，其中的项目数量等不在台账之内，不能由台账生成；可以生成2021年及以后年度的报告`,
      '50',
    ),
  yearNotOver: (year: number, today: string) =>
    new Refusal('conflict', 'year_not_over', `${year}年度尚未结束（今天是${today}），不能公布该年度报告`, '49'),
  correctionNeedsReason: (organ: string, year: number) =>
    new Refusal(
      'conflict',
      'correction_needs_reason',
      `${organ}${year}年度报告已经公布，再次公布属于更正，请写明更正理由`,
    ),
  reportHasErrors: (count: number) =>
    new Refusal('conflict', 'report_has_errors', `年度报告有${count}处错误，改正后才能公布`),
  formatNotPrintable: (format: string | null) =>
    new Refusal(
      'invalid',
      'report_format_not_printable',
      format === null
        ? '未能认定年度报告采用的格式，不能生成文件，请先确定采用2019年格式还是2021年格式'
        : '年度报告混用了2019年和2021年两种格式，不能生成文件，请先按应当适用的一种格式改正',
      '50',
    ),
  unreadableFile: (name: string, why: string) =>
    new Refusal('invalid', 'unreadable_file', `文件“${name}”不能读取：${why}`),
  dataFolderInUse: (folder: string) =>
    new Refusal(
      'conflict',
      'data_folder_in_use',
      `数据目录 ${folder} 已有一个开诚在运行，请先停止它，或用 KAICHENG_DATA 另指一个目录`,
    ),

  // keys
  keyMissing: (path: string) =>
    new Refusal(
      'conflict',
      'key_missing',
      `找不到密钥文件 ${path}，而数据库中已有用它加密的数据。请从备份恢复该文件，或用 KAICHENG_KEY_FILE 指明它的位置`,
    ),
  keyExposed: (path: string) =>
    new Refusal('conflict', 'key_exposed', `密钥文件 ${path} 可被其他账户读写，请执行 chmod 600 ${path} 后再启动`),
  keyUnreadable: (path: string) =>
    new Refusal('conflict', 'key_unreadable', `密钥文件 ${path} 内容不完整，请从备份恢复该文件`),
  otherKey: () =>
    new Refusal(
      'conflict',
      'other_key',
      '密钥文件与数据库不符：数据库中的数据是用另一个密钥加密的。请从备份恢复原来的密钥文件；几台服务器共用一个数据库时，须使用同一个密钥文件（KAICHENG_KEY_FILE）',
    ),

  // files
  unknownFile: () => new Refusal('missing', 'unknown_file', '没有找到这个文件，它可能已经过期，请重新上传'),
  deceptiveName: () =>
    new Refusal('invalid', 'unsupported_file', '文件名中有改变文字方向的控制字符，可能掩盖真实类型，请改名后重新上传'),
  emptyFile: (name: string) => new Refusal('malformed', 'empty_file', `文件“${name}”是空的，请检查后重新上传`),
  fileTooLarge: (name: string) =>
    new Refusal('tooLarge', 'file_too_large', `文件“${name}”超过20MB，请压缩或分成几个文件上传`),
  imageTooLarge: (name: string) =>
    new Refusal('invalid', 'image_too_large', `图片“${name}”超过5000万像素，请缩小后重新上传`),
  unsupportedFile: (name: string) =>
    new Refusal(
      'invalid',
      'unsupported_file',
      `文件“${name}”的类型不能接收。可以上传 PDF、OFD、Word（.docx）、Excel（.xlsx）、图片（.jpg、.png、.bmp、.gif）和文本（.txt）；旧版 .doc、.xls 请另存为 .docx、.xlsx，压缩包请解压后逐个上传`,
    ),
  falseEnding: (name: string, label: string) =>
    new Refusal('invalid', 'unsupported_file', `文件“${name}”的内容是${label}，与扩展名不符，请改正扩展名后重新上传`),
  lockedFile: (name: string) =>
    new Refusal('invalid', 'locked_file', `文件“${name}”设有密码，无法检查，请取消密码后重新上传`),
  unsafeFile: (name: string, why: string) => new Refusal('invalid', 'unsafe_file', `文件“${name}”不能接收：${why}`),
  classifiedFile: (mark: string) =>
    new Refusal(
      'invalid',
      'classified_file',
      `文件带有密级标志“${mark}”，不能上传：本系统是非涉密系统，不得存储、处理国家秘密（《中华人民共和国保守国家秘密法》第三十一条）。请按保密规定另行办理；如非国家秘密，请删除该标志`,
    ),
}
