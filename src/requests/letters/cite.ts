import type { PlainDate } from '../../days/plain-date.ts'
import { placeInLaw } from '../../law/article-words.ts'
import { type ArticleId, articleOn } from '../../law/articles.ts'

/** An edition's name ends with its revision, which a letter does not repeat. */
const revision = /（\d{4}年[^（）]*）$/

/**
 * Articles as a letter of `day` cites them: 《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项. One law is named
 * once. Throws RangeError for an article that was not in force.
 */
export function cite(day: PlainDate, ...ids: readonly [ArticleId, ...ArticleId[]]): string {
  const laws = new Map<string, string[]>()
  for (const id of ids) {
    const article = articleOn(id, day)
    if (!article) throw new RangeError(`${id} was not in force on ${day}`)
    const name = article.name.replace(revision, '').replaceAll('《', '〈').replaceAll('》', '〉')
    laws.set(name, [...(laws.get(name) ?? []), placeInLaw(id)])
  }
  return [...laws].map(([name, places]) => `《${name}》${places.join('、')}`).join('、')
}
