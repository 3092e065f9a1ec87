import { expect, test } from 'vitest'
import { keys, keysFrom, setKeys } from './keys.ts'
import { blindIndex, keyedCode, type Place, SealBroken, seal, sealBytes, unseal, unsealBytes } from './sealed.ts'

const idNumber = '11010519491231002X'
const here: Place = { table: 'request_applicants', organId: 1, id: '0198c1f0-0000-7000-8000-000000000001' }

test('what is sealed comes back whole: rare characters, the empty text, 20 MB', async () => {
  for (const text of [idNumber, '阿卜杜拉·买买提', '𠮷野', '']) expect(unseal(seal(text, here), here)).toBe(text)
  const bytes = Buffer.alloc(20 * 1024 * 1024, 'é')
  expect((await unsealBytes(await sealBytes(bytes, here), here)).equals(bytes)).toBe(true)
})

test('sealed text names algorithm and key, and the same text never looks the same', () => {
  expect(seal(idNumber, here)).toMatch(/^a256gcm2\.[0-9a-f]{8}(\.[\w-]+){3}$/)
  expect(seal(idNumber, here)).not.toBe(seal(idNumber, here))
  expect(seal(idNumber, here)).not.toContain(idNumber)
})

test('one changed character anywhere breaks the seal', async () => {
  const sealed = seal(idNumber, here)
  // The last character of a part may carry bits that stand for nothing.
  for (let at = 0; at < sealed.length; at += 1) {
    if (!/\w/.test(sealed[at + 1] ?? '')) continue
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(() => unseal(changed, here), `at ${at}`).toThrow(SealBroken)
  }
  const bytes = await sealBytes(Buffer.from(idNumber), here)
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    await expect(unsealBytes(changed, here), `at ${at}`).rejects.toThrow(SealBroken)
  }
  expect(() => unseal('', here)).toThrow(SealBroken)
  await expect(unsealBytes(bytes.subarray(0, 20), here)).rejects.toThrow(SealBroken)
})

test.for<[string, Partial<Place>]>([
  ['another row', { id: '0198c1f0-0000-7000-8000-000000000002' }],
  ['another table', { table: 'request_letters' }],
  ['another organ', { organId: 2 }],
])('moved to %s it does not open', async ([, change]) => {
  const there = { ...here, ...change }
  expect(() => unseal(seal(idNumber, here), there)).toThrow(SealBroken)
  await expect(unsealBytes(await sealBytes(Buffer.from(idNumber), here), there)).rejects.toThrow(SealBroken)
})

test('another key opens nothing and finds nothing', () => {
  const mine = keys()
  const sealed = seal(idNumber, here)
  const found = blindIndex(idNumber)
  setKeys(keysFrom(Buffer.alloc(32, 8)))
  expect(() => unseal(sealed, here)).toThrow('another key')
  expect(blindIndex(idNumber).equals(found)).toBe(false)
  setKeys(mine)
})

test('a code has one hash per purpose', () => {
  expect(keyedCode('receipt', 'ABCD')).toEqual(keyedCode('receipt', 'ABCD'))
  expect(keyedCode('receipt', 'ABCD')).not.toEqual(keyedCode('attempt', 'ABCD'))
})
