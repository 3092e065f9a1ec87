import { keyedCode } from '../db/sealed.ts'

/** What the applicant gets to follow a request: two things that nobody can guess. */
export interface Receipt {
  /** 80 bits in Crockford's alphabet: 16 characters, printed in fours. */
  readonly code: string
  /** 40 bits: 8 characters. */
  readonly secret: string
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bitsEach = 5

function characters(bytes: Buffer, count: number): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: count }, (_, index) => alphabet[Number((bits >> BigInt(index * bitsEach)) & 31n)]).join(
    '',
  )
}

/** The receipt that belongs to an idempotency key: the same key gives the same receipt, and without our key none. */
export const receiptOf = (key: string): Receipt => ({
  code: characters(keyedCode('receipt code', key), 16),
  secret: characters(keyedCode('receipt secret', key), 8),
})

/** XXXX-XXXX-XXXX-XXXX */
export const printedCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** As people type it: any case, spaces and hyphens, O for 0 and I or L for 1. */
export const readCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

/** What is kept of a code and its secret: keyed hashes. Together they have 120 bits, so no slow hash is needed. */
export const receiptHashes = ({ code, secret }: Receipt) => ({
  receiptCodeHash: keyedCode('follow code', code),
  receiptSecretHash: keyedCode('follow secret', `${code} ${secret}`),
})
