import { extractText } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { CodePoints } from './code-points.ts'
import { undrawnIn } from './drawn.ts'
import { legible } from './legible.ts'
import { rareFont, rarePieceOf } from './rare-characters.ts'
import { typesetPdf } from './typeset.ts'

const source = `#let data = json(bytes(sys.inputs.data))
#set document(title: "姓名", date: none)
#set text(font: fangsong, lang: "zh")
#title()
#data.join([ · ])`
const shown = async (...names: string[]) => {
  const pdf = await typesetPdf(source, names)
  return {
    pdf,
    text: (await extractText(pdf.slice(), { mergePages: true })).text,
    mark: Buffer.from(pdf).includes('pdfuaid'),
  }
}

describe('every name prints', () => {
  test.each(['𠮷野', '阿卜杜拉·买买提', '𬭚', '𪚥', '㐂', '𫖮', '王玥', '〇'])('%s', async (name) => {
    const { text, mark } = await shown(name)
    expect(text).toContain(name)
    expect(mark).toBe(true)
  })

  test.each([
    ['Uyghur', 'ئابدۇللا مەمەت'],
    ['Kazakh', 'قايرات'],
    ['Tibetan', 'བཀྲ་ཤིས་'],
    ['Mongolian', 'ᠪᠠᠶᠠᠷ'],
    ['Mongolian with a free variation selector', 'ᠪᠠ\u180bᠶᠠᠷ\u180eᠠ'],
    ['Yi', 'ꀊꀨ'],
  ])('%s in its own script, not as codes', async (_, name) => {
    const { text, mark } = await shown(name)
    expect(text).not.toContain('U+')
    expect(text).not.toContain('〔')
    // The letters themselves can be read out of the document, in whatever order and forms they are shaped.
    const letters = (said: string) => new Set([...said.normalize('NFKC')].filter((sign) => /\p{L}/u.test(sign)))
    for (const letter of letters(name)) expect(letters(text)).toContain(letter)
    expect(mark).toBe(true)
  })

  test('what will be printed as codes is known before', () => {
    expect(undrawnIn(['王玥', 'ئابدۇللا', '𠮷野 \u{30edd}', '\ue000', '葛\u{e0100}'])).toEqual(['\u{30edd}', '\ue000'])
  })

  test('what no font draws is printed as its code, a run of them in one bracket', async () => {
    const { text, mark } = await shown('\u{30edd}面', '\ue000某', '😀')
    expect(text).toContain('〔U+30EDD〕面')
    expect(text).toContain('〔U+E000〕某')
    expect(mark).toBe(true)
  })

  test('what draws nothing is left out', async () => {
    const { text } = await shown('葛\u{e0100}城', '张\u202e三', '李\u0007\ud800四')
    expect(text).toContain('葛城 · 张三 · 李')
  })

  test('rare names one after another do not change each other', async () => {
    const before = (await shown('𠮷野')).pdf
    await shown('𪚥', '𬭚')
    await shown('张三')
    expect((await shown('𠮷野')).pdf).toEqual(before)
  })
})

test('numbers and keys of the data stay as they are', () => {
  const { json, pieces } = legible({ a: 1, b: null, c: ['𠮷"\\'] }, new CodePoints())
  expect(JSON.parse(json)).toEqual({ a: 1, b: null, c: ['𠮷"\\'] })
  expect(pieces).toHaveLength(1)
})

test('private code points have no piece', () => {
  expect(rarePieceOf(0xe000)).toBeUndefined()
  expect(rarePieceOf(0x10fffd)).toBeUndefined()
})

test('a piece is a TrueType font', async () => {
  const font = await rareFont(rarePieceOf(0x20bb7) ?? '')
  expect(font.readUInt32BE(0)).toBe(0x00010000)
})

test('a document that breaks the native typesetter ends its process, and the next one is set all the same', async () => {
  const breaking = `#set document(title: "断", date: none)
#set text(lang: "zh")
#title()
#let nested = [深]
#for _ in range(200000) { nested = block(nested) }
#nested`
  await expect(typesetPdf(breaking, {})).rejects.toMatchObject({ kind: 'busy', code: 'not_typeset' })
  expect((await shown('张三')).text).toContain('张三')
})
