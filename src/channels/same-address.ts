/** What of an address of an article on 微信公众平台 stays the same from one export to the next. */
const ofArticle = ['__biz', 'mid', 'idx']

/** Two addresses that lead to one thing have one key: http or https, with or without what only tells where a reader came from. */
export function addressKey(url: string): string {
  if (!URL.canParse(url)) return url.trim()
  const { host, pathname, search, searchParams } = new URL(url)
  const article = ofArticle.map((name) => searchParams.get(name))
  if (host === 'mp.weixin.qq.com' && article.every((part) => part !== null))
    return `${host}${pathname} ${article.join(' ')}`
  return `${host}${pathname}${search}`
}
