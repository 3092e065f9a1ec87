import type { PlainDate } from '../../days/plain-date.ts'
import { residentIdProblem } from '../../people/resident-id.ts'
import { lengthOf } from '../../people/tidy-text.ts'
import type { identityKindIds } from '../applicant.ts'

type IdentityKind = (typeof identityKindIds)[number]

/** 港澳 H or M and eight digits, ten with the number of the change; not of Chinese nationality: two letters; 台湾 eight or ten digits. */
const travelPermit = /^(?:[HM]\d{8}(?:\d{2})?|[HM][A-Z]\d{7}|\d{8}|\d{10}[A-Z]?)$/
const passport = /^[A-Z0-9]{5,20}$/

/** Why a tidy number does not prove an identity of this kind, as far as its form tells; undefined when it may. */
export function identityProblem(kind: IdentityKind, number: string, today: PlainDate): string | undefined {
  switch (kind) {
    case 'residentId':
      return residentIdProblem(number, today)
    case 'mainlandTravelPermit':
      return travelPermit.test(number)
        ? undefined
        : '港澳居民填写H或者M开头的9位或者11位号码，台湾居民填写8位或者10位号码，请对照证件核对'
    case 'passport':
      return passport.test(number) ? undefined : '护照号码为5至20位字母和数字，请对照证件核对'
    case 'other':
      return lengthOf(number) >= 2 && lengthOf(number) <= 40 ? undefined : '证件号码为2至40个字，请对照证件核对'
  }
}
