import { expect, test } from 'vitest'
import { addressKey } from './same-address.ts'

test.for([
  {
    rule: 'an article of a public account is one by account, message and place, whatever signature its link bears',
    one: 'http://mp.weixin.qq.com/s?__biz=MzA3&mid=2650&idx=1&sn=aa&chksm=1#rd',
    other: 'https://mp.weixin.qq.com/s?__biz=MzA3&mid=2650&idx=1&sn=bb&chksm=2&scene=27',
    isSame: true,
  },
  {
    rule: 'the second article of a message is another one',
    one: 'http://mp.weixin.qq.com/s?__biz=MzA3&mid=2650&idx=1',
    other: 'http://mp.weixin.qq.com/s?__biz=MzA3&mid=2650&idx=2',
    isSame: false,
  },
  {
    rule: 'a short link of an account is one by its path',
    one: 'https://mp.weixin.qq.com/s/AbC',
    other: 'https://mp.weixin.qq.com/s/AbD',
    isSame: false,
  },
  {
    rule: 'http and https are one page, and what stands behind # is part of no address',
    one: 'http://example.gov.cn/info/1.html',
    other: 'https://example.gov.cn/info/1.html#top',
    isSame: true,
  },
  {
    rule: 'on any other site a query tells one page from another',
    one: 'https://example.gov.cn/show?id=1',
    other: 'https://example.gov.cn/show?id=2',
    isSame: false,
  },
])('$rule', ({ one, other, isSame }) => {
  expect(addressKey(one) === addressKey(other)).toBe(isSame)
})
