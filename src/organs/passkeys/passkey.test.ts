import { expect, test } from 'vitest'
import { hasGoneBack, NewPasskey } from './passkey.ts'

test.for([
  { before: 0, now: 0, back: false, what: 'a device that does not count' },
  { before: 0, now: 1, back: false, what: 'the first time' },
  { before: 4, now: 9, back: false, what: 'used elsewhere meanwhile' },
  { before: 4, now: 4, back: true, what: 'the same number twice' },
  { before: 4, now: 3, back: true, what: 'fewer than before' },
  { before: 4, now: 0, back: true, what: 'one that has stopped to count' },
])('a counter only rises: $what', ({ before, now, back }) => {
  expect(hasGoneBack(before, now)).toBe(back)
})

test('a new passkey has a name, and ways to reach it that nobody knows are left out', () => {
  const sent = { id: 'a', clientDataJSON: 'a', attestationObject: 'a', transports: ['usb', 'telepathy'] }
  expect(NewPasskey.parse({ ...sent, name: ' 办公室电脑 ' })).toMatchObject({ name: '办公室电脑', transports: ['usb'] })
  expect(NewPasskey.safeParse({ ...sent, name: ' ' }).error?.issues[0]?.message).toContain('起个名字')
})
