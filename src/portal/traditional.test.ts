import { expect, test } from 'vitest'
import { inTraditional, wantsTraditional, withSwitch } from './traditional.ts'

const page =
  '<html lang="zh-CN"><head><script type="application/ld+json">{"name":"发布"}</script></head><body><form class="display-form"><input value="/后"/></form><main id="main"><a href="/发" title="发文">发布头发的干部</a><textarea>发</textarea></main></body></html>'

test('what is read is converted by words, also what links are called; addresses, data and what is typed stay', () => {
  const html = inTraditional(page)
  expect(html).toContain('<a href="/发" title="發文">發佈頭髮的幹部</a>')
  for (const kept of ['{"name":"发布"}', 'value="/后"', '<textarea>发</textarea>']) expect(html).toContain(kept)
  expect(html).toContain('<html lang="zh-Hant">')
})

test('a converted page says that the simplified text is the authentic one, and leads back to it', () => {
  const html = inTraditional(page)
  expect(html.indexOf('內容以簡體字文本為準')).toBeLessThan(html.indexOf('<main'))
  expect(html).toMatch(/name="characters" value="simplified" lang="zh-Hans">简体<\/button><\/form>/)
  expect(withSwitch(page)).toMatch(
    /value="\/后"\/><button [^>]*name="characters" value="traditional" lang="zh-Hant">繁體</,
  )
})

test.for([
  ['characters=traditional', true],
  ['display=large; characters=traditional', true],
  ['characters=other', false],
  ['xcharacters=traditional', false],
  [undefined, false],
] as const)('the cookie %s asks for it: %s', ([header, wants]) => {
  expect(wantsTraditional(header)).toBe(wants)
})
