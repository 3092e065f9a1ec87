import { type PlainDate, yearOf } from '../days/plain-date.ts'
import type { AdministrativeDecision } from '../ledgers/administrative-decision.ts'
import type { AdministrativeFee } from '../ledgers/administrative-fee.ts'
import { aboutYearly, demoYears, lastDay, officeDayAt, placeOf, someOfficeDays } from './office-days.ts'
import type { Profile } from './profile.ts'
import { seeded } from './random.ts'

const years = demoYears.filter((year) => year >= 2023)

/** Licences, penalties and compulsions; most are public within seven working days, a few never. */
export function decisionsOf({ slug, shortName, decisions }: Profile): AdministrativeDecision[] {
  const random = seeded(`${slug}/decisions`)
  const publication = (decidedOn: PlainDate): PlainDate | null => {
    const day = officeDayAt(placeOf(decidedOn) + random.int(1, 7))
    return random.chance(0.05) || day > lastDay ? null : day
  }
  return decisions.flatMap(({ kind, word, perYear, subjects }) =>
    years.flatMap((year) =>
      someOfficeDays(random, year, aboutYearly(random, perYear, year)).map((decidedOn, index) => ({
        kind,
        number: `${shortName}${word}〔${yearOf(decidedOn)}〕${index + 1}号`,
        subject: random.pick(subjects),
        decidedOn,
        publishedOn: publication(decidedOn),
      })),
    ),
  )
}

/** Receipts, now and then with the refund of one. */
export function feesOf({ slug, fees }: Profile): AdministrativeFee[] {
  const random = seeded(`${slug}/fees`)
  let receipts = 0
  const receiptNumber = () => `2300${String(++receipts).padStart(6, '0')}`
  return fees.flatMap(({ item, perYear, price, most }) =>
    years.flatMap((year) =>
      someOfficeDays(random, year, aboutYearly(random, perYear, year)).flatMap((collectedOn) => {
        const paid = price * random.int(1, most)
        const receipt = { item, collectedOn, receiptNumber: receiptNumber(), amount: paid.toFixed(2) }
        if (!random.chance(0.01)) return [receipt]
        return [receipt, { ...receipt, receiptNumber: receiptNumber(), amount: (-price).toFixed(2) }]
      }),
    ),
  )
}
