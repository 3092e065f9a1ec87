import { isoCBOR } from '@simplewebauthn/server/helpers'
import { expect, test } from 'vitest'
import { isUnattested } from './ceremonies.ts'

const certified = new Map([['x5c', [new Uint8Array([48, 0])]]])
test.for([
  { what: 'nothing is attested', format: 'none', statement: new Map(), taken: true },
  { what: 'the device vouches for itself', format: 'packed', statement: new Map([['alg', -7]]), taken: true },
  { what: 'a maker vouches for it', format: 'packed', statement: certified, taken: false },
  { what: 'a platform vouches for it', format: 'apple', statement: certified, taken: false },
])('certificates that nobody asked for are not looked into: $what', ({ format, statement, taken }) => {
  const attestation = new Map<string, string | typeof statement>([
    ['fmt', format],
    ['attStmt', statement],
  ])
  expect(isUnattested(Buffer.from(isoCBOR.encode(attestation)).toString('base64url'))).toBe(taken)
})
