import { hash, verify } from '@node-rs/argon2'

/** argon2id with t=2, m=19 MiB, p=1 (ASVS 5.0 appendix C), computed off the event loop. It cuts nothing at 72 bytes. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })

/** Of a password that nobody knows: a check against nobody takes as long as one against somebody. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$jnYPD1ikgcozGIaLnvjo/A$trAXMUyWrdKXGa0HbAhPIllH1s2wwsgWQDv1FPW3VXU'

/** False for undefined, after the same time. */
export async function matchesPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodys, password)
  return matches && passwordHash !== undefined
}
