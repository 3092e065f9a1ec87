import { expect, test } from 'vitest'
import { hashPassword, matchesPassword } from './password-hash.ts'

test('passwords are hashed as ASVS 5.0 appendix C asks: argon2id, 19 MiB, twice', async () => {
  expect(await hashPassword('any')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a password is checked whole, far beyond 72 bytes, and as it was typed', async () => {
  const long = '开诚布公'.repeat(30)
  const hashed = await hashPassword(`${long}Aa`)
  expect(await matchesPassword(hashed, `${long}Aa`)).toBe(true)
  for (const other of [`${long}AA`, `${long}Ab`, `${long}A`, `${long}Aa `]) {
    expect(await matchesPassword(hashed, other), other.slice(-3)).toBe(false)
  }
})
