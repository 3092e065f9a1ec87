import { expect, test } from 'vitest'
import { displayCookie, displayFrom, safePath, withOtherContrast, withOtherSize } from './display.ts'

test('size and contrast turn round independently and back', () => {
  expect(withOtherContrast(withOtherSize('standard'))).toBe('large-contrast')
  expect(withOtherSize('large-contrast')).toBe('contrast')
  expect(withOtherContrast('contrast')).toBe('standard')
})

test('the cookie that is set is the one that is read; anything else is the standard display', () => {
  expect(displayFrom(`a=1; ${displayCookie('large', true).split(';')[0]}; b=2`)).toBe('large')
  for (const header of [undefined, '', 'display=huge', 'mydisplay=large', 'display=<script>']) {
    expect(displayFrom(header)).toBe('standard')
  }
})

test.for([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/a\r\nset-cookie: x',
  'x',
  '',
  '/?next=//evil.example',
])('nobody is sent to %j', (path) => {
  expect(safePath(path)).toBe('/')
})

test('a reader returns to the page they came from', () => {
  for (const path of [
    '/hegang-ysj/annual-reports/2024',
    `/search?${new URLSearchParams({ q: '𠮷'.repeat(100), type: 'normativeDocument' })}`,
    `/search?${new URLSearchParams({ q: "a*b~(c)!'d" })}`,
  ])
    expect(safePath(path)).toBe(path)
})
