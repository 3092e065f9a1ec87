import { expect, test } from 'vitest'
import { consolePath } from './outcome.ts'

test.for([
  ['/console/requests?view=all', '/console/requests?view=all'],
  ['/console/', '/console/'],
  ['', '/console/'],
  ['https://boese.example/console/', '/console/'],
  ['//boese.example/console/', '/console/'],
  ['/\\boese.example/console/', '/console/'],
  ['/console/../../boese', '/console/'],
  ['/console/\\..\\..\\boese', '/console/'],
  ['javascript:alert(1)', '/console/'],
  ['/hegang-ysj/', '/console/'],
])('after the directory only a path of the console is gone back to: %s', ([asked, path]) => {
  expect(consolePath(asked ?? '')).toBe(path)
})
