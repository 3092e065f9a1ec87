import fc from 'fast-check'
import { ledgers } from '../../../app/kept-ledgers.ts'
import type { Tx } from '../../../db/database.ts'
import { enterDecision } from '../../../ledgers/decisions/actions/enter.ts'
import { enterDocument } from '../../../ledgers/documents/actions.ts'
import { enterFee } from '../../../ledgers/fees/actions.ts'
import type { Actor } from '../../../organs/actor.ts'
import type { Values } from '../../../workbooks/ledger.ts'

/** A row that comes into a register, early or late. */
export const Row = fc.record({
  ledger: fc.constantFrom('administrativeFees', 'administrativeDecisions', 'normativeDocuments', 'requests'),
  number: fc.constantFrom('1', '2', '3'),
  on: fc.constantFrom('2025-03-04', '2025-11-28', '2026-01-06'),
  /** Yuan. */
  amount: fc.constantFrom('1000.00', '12000.00', '50000.00'),
  isAnswered: fc.boolean(),
})
export type Row = typeof Row extends fc.Arbitrary<infer T> ? T : never

/** How a row is entered by hand; requests come by import. */
export const enters: Readonly<Record<string, (tx: Tx, actor: Actor, row: Row) => Promise<unknown>>> = {
  administrativeFees: (tx, actor, row) => enterFee(tx, actor, valuesOf(row)),
  normativeDocuments: (tx, actor, row) => enterDocument(tx, actor, valuesOf(row)),
  administrativeDecisions: (tx, actor, { number, on }) =>
    enterDecision(tx, actor, {
      kind: 'penalty',
      subject: '示例',
      publicity: 'due',
      values: { number: `罚〔2025〕${number}号`, decidedOn: on },
    }),
}

const saying: { readonly [Id in Row['ledger']]: (row: Row) => Values } = {
  administrativeFees: ({ number, on, amount }) => ({
    receiptNumber: `票${number}`,
    item: '考试考务费',
    collectedOn: on,
    amount,
  }),
  administrativeDecisions: ({ number, on }) => ({
    kind: 'penalty',
    number: `罚〔2025〕${number}号`,
    subject: '示例',
    decidedOn: on,
  }),
  normativeDocuments: ({ number, on }) => ({
    documentNumber: `示统规〔2025〕${number}号`,
    kind: 'normativeDocuments',
    title: `示例办法之${number}`,
    issuedOn: on,
    effectiveFrom: on,
  }),
  requests: ({ number, on, isAnswered }) => ({
    number: `依申请${number}号`,
    arrivedOn: on,
    receivedOn: on,
    channel: 'online',
    applicantKind: 'naturalPerson',
    ...(isAnswered && { outcome: 'granted', concludedOn: on }),
  }),
}

export const ledgerOf = (id: Row['ledger']) => {
  const found = ledgers.find((each) => each.id === id)
  if (!found) throw new Error(`no ledger ${id}`)
  return found
}

/** Every column of the row, as its file would say it. */
export const valuesOf = (row: Row): Values => ({
  ...Object.fromEntries(ledgerOf(row.ledger).columns.map(({ id }) => [id, null])),
  ...saying[row.ledger](row),
})
