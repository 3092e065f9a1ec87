import { describe, expect, test } from 'vitest'
import { formOf, oneEach, readUrlEncoded, readUtf8 } from './form.ts'

const read = (text: string) => Object.fromEntries(readUrlEncoded(Buffer.from(text)))

describe('application/x-www-form-urlencoded', () => {
  test('names and texts are UTF-8, a plus is a space', () => {
    expect(read('name=%E5%BC%A0+%E4%B8%89&empty=&bare')).toEqual({ name: ['张 三'], empty: [''], bare: [''] })
    expect(read('')).toEqual({})
    expect(read('a=1=2&a=3')).toEqual({ a: ['1=2', '3'] })
  })

  test.for([
    ['GBK, percent-encoded', 'name=%D5%C5'],
    ['H022: overlong', 'name=%C0%AF'],
    ['H024: half of a surrogate pair', 'name=%ED%A0%80'],
    ['H028: a broken percent sequence', 'name=%E0%A4%A'],
    ['a lone percent sign', 'name=100%'],
  ])('%s is refused', ([, text = '']) => {
    expect(() => read(text)).toThrow('编码')
  })

  test('H018: raw GBK bytes are refused', () => {
    expect(() => readUrlEncoded(Buffer.from('6e616d653dd5c5c8fd', 'hex'))).toThrow('编码')
    expect(() => readUtf8(Buffer.from('d5c5', 'hex'))).toThrow('编码')
    expect(readUtf8(Buffer.from('张三'))).toBe('张三')
  })
})

describe('fields', () => {
  const form = (...names: string[]) => formOf(names.map((name) => [name, 'x']))

  test('those that did not come are empty', () => {
    expect(oneEach(form('a'), ['a', 'b'])).toEqual({ a: 'x', b: '' })
  })

  test.for(['status', 'organId', 'caseNo', '__proto__', 'constructor', 'toString'])(
    'H225, H227: the unknown field %s is refused by name',
    (name) => {
      expect(() => oneEach(form('a', name), ['a'])).toThrow(name)
    },
  )

  test('H034: a field that stands twice is refused, unless it may', () => {
    expect(() => oneEach(form('a', 'a'), ['a'])).toThrow('a')
    expect(oneEach(form('a', 'many', 'many'), ['a'], ['many'])).toEqual({ a: 'x' })
  })
})
