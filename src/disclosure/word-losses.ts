import type { LossKind, WordLoss } from '../files/word-page/word-page.ts'

/** What is said of each kind, behind how many there are. */
const said: Readonly<Record<LossKind, string>> = {
  struck: '处文字加了删除线，已照样划去。已经无效的请删去，仍然有效的请去掉删除线',
  equation: '处公式已改写成一行文字，请核对',
  equationObject: '处公式是另一程序的对象，没有带入，请改写成文字，或者截图插入并写明替代文字',
  emptyField: '处自动更新的内容（域）在文件里没有结果，没有带入，请在 Word 里全选后按 F9 更新、保存，再导入',
  ruby: '处拼音注音没有带入，只保留了被注音的文字',
  textBox: '处文本框、艺术字里的文字已移到所在段落之后，请核对位置',
  shape: '处图形（线条、框等）没有带入',
  chart: '处图表没有带入，请截图后作为图片插入，并写明其中的文字和数据',
  diagram: '处 SmartArt 图示没有带入，请把其中的文字写进正文，或者截图插入',
  diagramWords: '处 SmartArt 图示没有带入，其中的文字已逐条移到所在段落之后，请核对次序和层次',
  object: '处嵌入的对象（如 Excel 表）没有带入，请改为表格或者图片',
  picture: '处图片不在文件里（链接的图片，或者在脚注里），没有带入，请另行插入',
  placeholder: '处没有填写的提示文字没有带入',
  nestedTable: '处表格套在别的表格里，已改为逐行的文字，各格以“|”隔开，请核对',
  note: '条脚注、尾注已放在正文最后，文中以上标的[1]、[2]等标明，请核对位置',
  headerFooter: '处页眉、页脚的文字没有带入',
  embeddedPart: '处插入的另一份文档没有带入，请打开那份文档，把内容复制进来',
  whiteText: '处白色文字已带入，网页上看得见，请核对是否应当公开',
  turnedText: '处文字里有改变文字方向的控制符，已去掉；带入的文字次序可能与 Word 里看到的不同，请核对数字和词序',
  numberFormat: '种自动编号的样式不能识别，已按1、2、3写出，请核对编号',
}
const order = Object.keys(said)
const shown = 5

/** What a Word document lost or changed on the way, one line for each kind, with the words and the paragraphs. */
export function lossNotes(losses: readonly WordLoss[]): string[] {
  const byKind = Map.groupBy(losses, ({ kind }) => kind)
  return [...byKind]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([kind, all]) => {
      const places = [...new Set(all.map(placeOf).filter((place) => place !== ''))]
      const listed = places.slice(0, shown).join('；') + (places.length > shown ? ' 等' : '')
      return `Word 文件里有${all.length}${said[kind]}${listed === '' ? '' : `：${listed}`}`
    })
}

const placeOf = ({ words, near }: WordLoss): string => {
  const where = near === '' ? '' : `在“${near}…”一段`
  if (words === '') return where
  return `“${words}”${where === '' ? '' : `（${where}）`}`
}

/** What only concerns looks: the words are there. */
const ofLooks = /^(?:Unrecognised (?:paragraph|run|table) style|\w+ style with ID )/
/** Told already, by the number of pictures that are lost. */
const ofPictures = /^Image of type/

/** What the library that reads Word reports, in words that say what to do. Nothing of it is left out. */
export function messageNotes(messages: readonly string[]): string[] {
  const rest = messages.filter((message) => !ofLooks.test(message) && !ofPictures.test(message))
  const symbols = rest.flatMap(
    (message) =>
      /unsupported character was ignored: char (\w{1,8}) in font ([\w ]{1,40})/.exec(message)?.slice(1) ?? [],
  )
  const breaks = rest.filter((message) => message.startsWith('Unsupported break'))
  const others = rest.length - symbols.length / 2 - breaks.length
  return [
    ...(symbols.length > 0
      ? [
          `有特殊符号不能识别，没有带入（字体${[...new Set(symbols.filter((_, at) => at % 2 === 1))].join('、')}），请对照原文补上`,
        ]
      : []),
    ...(breaks.length > 0 ? ['有一种分隔符不能识别，前后的文字已连在一起，请核对'] : []),
    ...(others > 0 ? [`有${others}种 Word 内容没有读懂，没有带入，请与原文逐段核对`] : []),
    ...(messages.some((message) => ofLooks.test(message))
      ? ['Word 里自定的样式没有带入，只影响外观，文字不受影响']
      : []),
  ]
}
