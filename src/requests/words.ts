/** Signs and spaces that the index on words leaves out too. */
const signs = /[\p{P}\p{S}\p{Z}\p{C}]/gu

/** Words that stand in every request and every title, so that they find nothing. */
const everywhere =
  /政府信息|信息公开|申请|公开|获取|提供|查阅|复制|关于|印发|通知|公告|意见|通报|批复|公示|目录|指南|本机关|[我你您贵]们?[局单位]?|想?了解|需要|希望|请问?|有没有|什么时候|以及|[有相]关|情况|内容|材料|文件|资料|信息|工作|方案|办法|实施|管理|规定|的/u

/** Pairs of neighbouring characters without signs and spaces, each once: how Chinese text is searched without a dictionary. */
export function pairsOf(text: string): Set<string> {
  const plain = [...text.normalize('NFKC').replace(signs, '').toLowerCase()]
  return new Set(plain.slice(0, -1).map((character, index) => `${character}${plain[index + 1]}`))
}

/** The pairs by which a text may be told from others; `known` is a name that everything here bears, as the organ's. */
export function tellingPairs(text: string, known: string): Set<string> {
  const pieces = text.normalize('NFKC').replaceAll(known, ' ').split(new RegExp(everywhere, 'gu'))
  return new Set(pieces.flatMap((piece) => [...pairsOf(piece)]))
}

/** How well a title fits a wish, from 0 to 2: how much of the title is wished for, and how much of the wish it names. */
export function likeness(wish: ReadonlySet<string>, title: ReadonlySet<string>): number {
  const shared = [...title].filter((pair) => wish.has(pair)).length
  if (shared < 2) return 0
  const ofTitle = shared / title.size
  const ofWish = shared / wish.size
  return ofTitle >= 0.4 || ofWish >= 0.6 ? ofTitle + ofWish : 0
}
