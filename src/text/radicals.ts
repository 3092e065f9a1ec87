/** Of the CJK Radicals Supplement those that NFKC leaves alone and that stand for a character of running text. */
const supplement: ReadonlyMap<string, string> = new Map(
  Array.from(
    '⺠民⺫目⺬示⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = '', character = '']) => [radical, character],
  ),
)

/**
 * The text with characters in place of radicals that look the same: some programs that make PDFs name ⼀ and ⻓ where 一 and 长 stand,
 * and nobody finds them by what they see. Each sign stays one sign.
 */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2e80-\u2fdf]/gu, (radical) => supplement.get(radical) ?? radical.normalize('NFKC'))
