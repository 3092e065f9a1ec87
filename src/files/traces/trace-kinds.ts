const review = '三审三校的文字、事实核对'
const privacy = '个人信息保护法 25、28、51'

/**
 * What a file that leaves the house may carry beside what it shows. `hint`: it is told; `confirm`: it stops the file until
 * this is mended, or a named person says why it may stay; `block`: it stops the file.
 */
export const traceKinds = {
  trackedChanges: {
    label: '修订痕迹',
    severity: 'confirm',
    source: review,
    message: '附件留有修订痕迹，读者可以看到改动前的文字。请在 Word 或 WPS 中接受全部修订后重新上传',
  },
  comments: {
    label: '批注',
    severity: 'confirm',
    source: review,
    message: '附件中有批注，读者可以看到。请删除全部批注后重新上传',
  },
  hiddenContent: {
    label: '隐藏的文字、工作表、行列',
    severity: 'confirm',
    source: review,
    message: '含有隐藏的内容，读者可以让它显示出来。请删除后重新上传',
  },
  coveredText: {
    label: '被色块、图片遮住的文字',
    severity: 'confirm',
    source: review,
    message:
      '文字上面盖着色块或者图片，但文字还在，读者可以选中、复制出来。请删去这些文字（或者打印后扫描为图片）再上传，不要只用色块遮盖',
  },
  unappliedRedaction: {
    label: '没有应用的密文标记',
    severity: 'confirm',
    source: review,
    message: '有“标记密文”而没有“应用密文”，标记下的文字还在。请在 PDF 软件中应用密文、另存后重新上传',
  },
  paleText: {
    label: '与底色相同的文字',
    severity: 'confirm',
    source: review,
    message: '有与底色相同（如白色）的文字，看不见但可以选中、复制出来。请删除后重新上传',
  },
  tinyText: {
    label: '极小的文字',
    severity: 'confirm',
    source: review,
    message: '有小到看不见的文字（不足2磅），放大或者复制就能读到。请删除后重新上传',
  },
  invisibleText: {
    label: '不显示的文字',
    severity: 'confirm',
    source: review,
    message: '有设为不显示的文字，可以选中、复制出来。请删除后重新上传',
  },
  outsideText: {
    label: '页面以外的文字、裁掉的文字和图片',
    severity: 'confirm',
    source: review,
    message:
      '页面以外还有文字，或者裁掉的文字、图片还在，读者可以选中、复制、恢复。请删除这些内容、压缩图片（删除剪裁区域）后重新上传',
  },
  earlierVersion: {
    label: '文件里还有以前的版本',
    severity: 'confirm',
    source: review,
    message: '文件里还保存着修改以前的版本，改掉的文字可以恢复。请“另存为”或者重新打印为新的 PDF 后上传',
  },
  embeddedFile: {
    label: '内嵌的文件',
    severity: 'confirm',
    source: review,
    message: '附件里内嵌了别的文件，读者可以打开。请改为图片，或者核对内嵌文件全部可以公开',
  },
  outsideData: {
    label: '外部数据、数据透视表的缓存',
    severity: 'confirm',
    source: review,
    message: '带有从别的工作簿、数据库带来的数据或者数据透视表的明细，表面上看不到。请断开链接、粘贴为数值后重新上传',
  },
  script: {
    label: '脚本',
    severity: 'confirm',
    source: review,
    message: '文件里有打开时会运行的脚本（JavaScript）。请重新打印为不含脚本的 PDF 后上传',
  },
  author: {
    label: '作者、单位等文档属性',
    severity: 'hint',
    source: review,
    message: '附件的文档属性里留有作者、单位等信息。可在“文件—信息—检查文档”中删除后重新上传',
  },
  definedNames: {
    label: '自定义的名称',
    severity: 'hint',
    source: review,
    message: '工作簿里有自定义的名称，请在“公式—名称管理器”中核对',
  },
  formFields: {
    label: '可以填写的表单',
    severity: 'hint',
    source: review,
    message: '文件是可以填写的表单，读者能改动其中的内容。定稿请打印为新的 PDF',
  },
  photoPlace: {
    label: '照片的拍摄地点',
    severity: 'confirm',
    source: privacy,
    message: '照片里带有拍摄地点的经纬度，请去掉位置信息（另存为或者截图）后重新上传',
  },
  scannedText: {
    label: '扫描件的识别文字',
    severity: 'hint',
    source: review,
    message: '扫描件带有识别出来的文字，可以搜索、复制；遮盖了画面的，请核对识别文字里也没有',
  },
  unreadableFont: {
    label: '字体没有嵌入的文件',
    severity: 'hint',
    source: review,
    message:
      '文件里有文字，但字体没有嵌入或者没有文字编码，不能自动检查（不是扫描件），别的电脑上也可能显示不出来。请重新导出并嵌入字体，并人工核对',
  },
  unreadable: {
    label: '无法自动检查的附件',
    severity: 'hint',
    source: review,
    message: '附件没有可以读取的文字，不能自动检查，请人工核对，并尽量改用可以选取文字的文件',
  },
  brokenFile: {
    label: '打不开的附件',
    severity: 'block',
    source: review,
    message: '附件已经损坏，读者打不开。请用原来的软件打开后另存，或者重新导出，再上传',
  },
  notLookedInto: {
    label: '没有检查完的附件、图片',
    severity: 'confirm',
    source: review,
    message:
      '文件过大或者过于复杂，没有检查完，不知道是否留有修订、批注、隐藏内容、位置信息。请另存为普通文档后重新上传；确需使用的，人工核对后说明理由',
  },
} as const satisfies Record<
  string,
  {
    readonly label: string
    readonly severity: 'block' | 'confirm' | 'hint'
    readonly source: string
    readonly message: string
  }
>

export type TraceKind = keyof typeof traceKinds
export const isTraceKind = (kind: string): kind is TraceKind => Object.hasOwn(traceKinds, kind)
