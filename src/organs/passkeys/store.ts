import type { ContentCheck } from '../../audit/deep.ts'
import type { Tx } from '../../db/database.ts'
import { blindIndex, opens, seal, unseal } from '../../db/sealed.ts'
import { Credential, type OwnPasskey } from './passkey.ts'

/** Whose. */
export interface Owner {
  readonly organId: number
  readonly staffId: string
}

export interface KeptPasskey extends OwnPasskey {
  readonly counter: number
  readonly credential: Credential
}

const placeOf = ({ organId, staffId }: Owner, id: string) => ({ table: 'passkeys', organId, id: `${staffId}/${id}` })

/** A person's passkeys, the oldest first. */
export async function list(tx: Tx, owner: Owner): Promise<KeptPasskey[]> {
  const rows = await tx
    .selectFrom('passkeys')
    .select(['id', 'name', 'addedAt', 'lastUsedAt', 'counter', 'sealed'])
    .where('organId', '=', owner.organId)
    .where('staffId', '=', owner.staffId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    credential: Credential.parse(JSON.parse(unseal(sealed, placeOf(owner, row.id)))),
  }))
}

/** Whether anybody of the organ has this one already. */
export async function isKnown(tx: Tx, organId: number, credentialId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('passkeys')
    .select('id')
    .where('organId', '=', organId)
    .where('credentialHash', '=', blindIndex(credentialId))
    .executeTakeFirst()
  return row !== undefined
}

export async function add(
  tx: Tx,
  owner: Owner,
  passkey: Pick<KeptPasskey, 'id' | 'name' | 'counter' | 'credential' | 'addedAt'>,
): Promise<void> {
  const { id, credential, ...row } = passkey
  const sealed = seal(JSON.stringify(credential), placeOf(owner, id))
  await tx
    .insertInto('passkeys')
    .values({ ...owner, ...row, id, sealed, credentialHash: blindIndex(credential.id) })
    .execute()
}

export async function saveUse(tx: Tx, owner: Owner, id: string, counter: number, now: Date): Promise<void> {
  await tx
    .updateTable('passkeys')
    .set({ counter, lastUsedAt: now })
    .where('organId', '=', owner.organId)
    .where('staffId', '=', owner.staffId)
    .where('id', '=', id)
    .execute()
}

export async function remove(tx: Tx, owner: Owner, id: string): Promise<void> {
  await tx
    .deleteFrom('passkeys')
    .where('organId', '=', owner.organId)
    .where('staffId', '=', owner.staffId)
    .where('id', '=', id)
    .execute()
}

/** Removes all of a person's, and answers how many there were. */
export async function removeAll(tx: Tx, { organId, staffId }: Owner): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkeys')
    .where('organId', '=', organId)
    .where('staffId', '=', staffId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** The passkeys open where they stand. */
export const passkeyContents: ContentCheck = {
  label: '通行密钥',
  run: async (tx, organId, report) => {
    const rows = await tx
      .selectFrom('passkeys')
      .select(['id', 'staffId', 'name', 'sealed'])
      .where('organId', '=', organId)
      .execute()
    for (const { id, staffId, name, sealed } of rows) {
      if (opens(sealed, placeOf({ organId, staffId }, id))) continue
      report({
        table: 'passkeys',
        key: `${staffId}/${id}`,
        message: `通行密钥“${name}”（staff ${staffId}）不能解开，被改动或者不是这个账户的`,
      })
    }
  },
}
