import { expect, test } from 'vitest'
import { isReason, isSaid, unseen } from './text.ts'

/** Fillers of Hangul in both widths, an empty pattern of Braille, spaces of no width, a mark of direction. */
const nothing = ['\u115f', '\u1160', '\u3164', '\uffa0', '\u2800', '\u200b', '\u200d', '\u2060', '\ufeff', '\u202e']

test.for(nothing.map((sign) => [sign.codePointAt(0)?.toString(16), sign] as const))(
  'what nobody sees says nothing, however often it stands there: U+%s',
  ([, sign]) => {
    expect(isSaid(sign.repeat(9))).toBe(false)
    expect(isReason(sign.repeat(9))).toBe(false)
    expect(isSaid(`好${sign.repeat(9)}`)).toBe(false)
    expect(isReason(`已核实${sign.repeat(9)}`)).toBe(false)
    expect(unseen.test(sign)).toBe(true)
  },
)

test.for([
  ['', false, false],
  ['……！！', false, false],
  ['2026', false, false],
  ['好', false, false],
  ['台账', true, false],
  ['已核实', true, false],
  ['票据补开', true, true],
  ['late', true, true],
] as const)('two letters say something, four say why: %s', ([text, said, why]) => {
  expect([isSaid(text), isReason(text)]).toEqual([said, why])
})
