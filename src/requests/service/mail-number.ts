import { plainNumber } from '../../law/document-number.ts'
import { refusals } from '../../refusal.ts'
import { isForeignCourier } from './couriers.ts'

const weights = [8, 6, 4, 2, 3, 5, 9, 7]

/** The check digit of an S10 number (UPU S10): 11 less the weighted sum modulo 11; 10 is 0, 11 is 5. */
export function checkDigitOf(serial: string): number {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(serial.charAt(at)), 0)
  const digit = 11 - (sum % 11)
  return digit === 10 ? 0 : digit === 11 ? 5 : digit
}

/** Of the Universal Postal Union, as China Post gives them. */
const s10 = /^[A-Z]{2}(?<serial>\d{8})(?<check>\d)CN$/
/** Of China Post within the country: registered letters as XA and eleven digits, EMS as digits only. */
const domestic = /^(?:[A-Z]{2}\d{11}|\d{10,13})$/
/** What other couriers begin their numbers with. */
const others = /^(?:SF|YT|JD|JT|STO|ZTO|YD|YUNDA|DP|ANE|UC|HT|DHL|1Z|TNT)/

/** A number of the postal enterprise as it is kept. Refuses another courier's, and one that was typed wrong as far as it shows. */
export function mailNumberOf(typed: string): string {
  const number = plainNumber(typed).replace(/[-–—.·]/gu, '')
  if (others.test(number) || isForeignCourier(typed)) throw refusals.foreignCourier('mailNumber')
  const { serial, check } = s10.exec(number)?.groups ?? {}
  if (serial !== undefined) {
    if (checkDigitOf(serial) !== Number(check)) throw refusals.mailNumberMistyped()
    return number
  }
  if (!domestic.test(number)) throw refusals.notAMailNumber()
  return number
}
