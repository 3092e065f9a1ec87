import { createPrivateKey, X509Certificate } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { seal, unseal } from '../../db/sealed.ts'
import type { OpenedKey } from '../../seals/pkcs12.ts'
import type { CertificateFacts } from '../../seals/seal.ts'

const placeOf = (organId: number, id: string) => ({ table: 'organ_certificates', organId, id })

export interface KeptCertificate extends CertificateFacts {
  readonly id: string
  readonly addedAt: Date
  readonly addedName: string
}

/** The certificate that an organ seals with now. */
export const find = (tx: Tx, organId: number): Promise<KeptCertificate | undefined> =>
  tx
    .selectFrom('organCertificates')
    .select([
      'id',
      'name',
      'issuer',
      'serial',
      'fingerprint',
      'algorithm',
      'validFrom',
      'validTo',
      'addedAt',
      'addedName',
    ])
    .where('organId', '=', organId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()

/** Keeps a certificate with its key, which is sealed with the key of the house. */
export async function add(
  tx: Tx,
  organId: number,
  { facts, opened, by }: { facts: CertificateFacts; opened: OpenedKey; by: { id: string | null; name: string } },
): Promise<void> {
  const id = newId()
  const key = opened.key.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  const certificates = [opened.certificate, ...opened.chain].map(({ raw }) => raw.toString('base64'))
  const sealed = seal(key, placeOf(organId, id))
  const added = { addedBy: by.id, addedName: by.name }
  await tx
    .insertInto('organCertificates')
    .values({ organId, id, ...facts, certificates, sealed, ...added })
    .execute()
}

/** From now on nothing is sealed with it, and its key is gone. */
export async function retire(tx: Tx, organId: number): Promise<void> {
  await tx
    .updateTable('organCertificates')
    .set({ sealed: null, retiredAt: sql<Date>`now()` })
    .where('organId', '=', organId)
    .where('retiredAt', 'is', null)
    .execute()
}

/** The key itself with its certificates, for sealing. */
export async function open(tx: Tx, organId: number): Promise<(OpenedKey & { readonly id: string }) | undefined> {
  const row = await tx
    .selectFrom('organCertificates')
    .select(['id', 'certificates', 'sealed'])
    .where('organId', '=', organId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  if (!row?.sealed) return undefined
  const key = Buffer.from(unseal(row.sealed, placeOf(organId, row.id)), 'base64')
  const [own, ...chain] = row.certificates.map((each) => new X509Certificate(Buffer.from(each, 'base64')))
  return own && { id: row.id, key: createPrivateKey({ key, format: 'der', type: 'pkcs8' }), certificate: own, chain }
}
