import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { checkDigitOf, mailNumberOf } from './mail-number.ts'

function codeOf(typed: string): string {
  try {
    return mailNumberOf(typed)
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

describe('邮政法 55: only the postal enterprise carries it', () => {
  test.each(['EA123456785CN', 'ea 123 456 785 cn', 'ＥＡ１２３４５６７８５ＣＮ', 'EA-123456785-CN'])(
    '“%s” is a number of the Universal Postal Union, however it is typed',
    (typed) => expect(codeOf(typed)).toBe('EA123456785CN'),
  )
  test.each(['XA12345678901', '1181234567890', '9876543210123', '50123456789'])(
    'within the country “%s” is one, too',
    (typed) => expect(codeOf(typed)).toBe(typed),
  )
  test.each([
    'SF1234567890123',
    'sf 1234567',
    'ＳＦ１２３４５６７',
    'YT1234567890123',
    'JDVB12345678901',
    'JT1234567890123',
    '顺丰1234567890123',
    '圆通速递',
    '普通快递',
    '同城跑腿',
  ])('“%s” is of another courier', (typed) => expect(codeOf(typed)).toBe('foreign_courier'))
  test.each(['12345', '邮寄', 'EA12345678CN', 'XA123456789012'])('“%s” is no number of a mail', (typed) =>
    expect(codeOf(typed)).toBe('not_a_mail_number'),
  )
})

test('UPU S10: the check digit of the standard’s own example', () => expect(checkDigitOf('47312482')).toBe(9))

test('property: of a number with a check digit, one figure typed wrong is told', () => {
  const serials = fc.integer({ min: 0, max: 99_999_999 }).map((serial) => String(serial).padStart(8, '0'))
  fc.assert(
    fc.property(serials, fc.nat(7), fc.integer({ min: 1, max: 9 }), (serial, at, more) => {
      const check = checkDigitOf(serial)
      const wrong = `${serial.slice(0, at)}${(Number(serial.charAt(at)) + more) % 10}${serial.slice(at + 1)}`
      expect(codeOf(`EA${serial}${check}CN`)).toBe(`EA${serial}${check}CN`)
      // Sums that leave 0 and 1 have check digits that others have, too: 5 and 0.
      if (checkDigitOf(wrong) !== check) expect(codeOf(`EA${wrong}${check}CN`)).toBe('mail_number_mistyped')
      expect(codeOf(`EA${serial}${(check + more) % 10}CN`)).toBe('mail_number_mistyped')
    }),
  )
})
