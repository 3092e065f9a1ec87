import fc from 'fast-check'
import { addDays, plainDate } from '../../../days/plain-date.ts'

const begin = plainDate('2021-01-01')
const maybe = (most: number) => fc.option(fc.integer({ min: 0, max: most }))

/** Issued on some day, in effect before or after, repealed and run out at any time that the database allows. */
export const aDocumentHistory = fc
  .record({
    issued: fc.integer({ min: 0, max: 2200 }),
    effective: fc.integer({ min: -200, max: 500 }),
    lasting: maybe(900),
    repealed: maybe(1200),
    amended: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 3 }),
  })
  .map(({ issued, effective, lasting, repealed, amended }) => {
    const issuedOn = addDays(begin, issued)
    const effectiveFrom = addDays(issuedOn, effective)
    return {
      issuedOn,
      effectiveFrom,
      validUntil: lasting === null ? null : addDays(effectiveFrom, lasting),
      repealedOn: repealed === null ? null : addDays(issuedOn, repealed),
      amendments: amended.map((days) => ({ amendedOn: addDays(issuedOn, days) })),
    }
  })
