import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { keepCertificate, retireCertificate, showSeal } from '../../organs/seal/actions.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { checkSeal } from '../../seals/seal.ts'
import { aPkcs12 } from '../../seals/testing/certificates.ts'
import { registerIntake } from '../actions/register-intake.ts'
import { takeStep } from '../actions/take-step.ts'
import { letterFile, setLetter } from '../letter-files.ts'
import { showCase } from '../show.ts'
import { anIntake } from '../testing/an-intake.ts'
import { letOut } from '../testing/let-out.ts'
import { notePaperSeal, verifyLetterSeal } from './seal-letter.ts'

const { db, owner } = await testDatabase()
const today = '2026-03-05'
const passphrase = '印章123'
const asFile = (p12: Buffer) => ({ file: p12.toString('base64'), passphrase })
const good = aPkcs12()
let made = 0

async function anOfficeWithLetter(certificate?: Buffer) {
  made += 1
  const office = await anOffice(db, { slug: `shili-${made}`, name: `示例市第${made}局`, letterCode: `示${made}` })
  const organId = office.organ.id
  const work = <T>(run: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organId, run)
  const clerk = await office.officer(today, ['clerk'])
  const admin = await office.officer(today, ['systemAdmin'])
  if (certificate) await work((tx) => keepCertificate(tx, admin, asFile(certificate)))
  const [one] = await work((tx) => registerIntake(tx, clerk, anIntake('2026-03-02')))
  const id = one?.request.id ?? ''
  const input = { items: '请写明文件名称', dueOn: '2026-03-30' }
  const { request } = await work((tx) => takeStep(tx, clerk, id, 'requestSupplement', input))
  const sent = await letOut(db, request, (role) => office.officer(today, [role]))
  const seq = sent?.sentBy ?? 0
  const key = { organId, id }
  const letter = async () => (await work((tx) => showCase(tx, clerk, id))).letters[0]
  return { ...office, organId, work, clerk, admin, key, seq, letter }
}

describe('an organ with a certificate', async () => {
  const { work, key, seq, letter, admin, clerk, organId } = await anOfficeWithLetter(good)

  test('seals the PDF of a letter when it is made, once, and says so in the case', async () => {
    await setLetter(db, key, seq)
    await setLetter(db, key, seq)
    expect(await verifyLetterSeal(db, key, seq)).toMatchObject({
      isIntact: true,
      wasValid: true,
      facts: { name: '示例市统计局' },
    })
    expect((await letter())?.seal).toMatchObject({ kind: 'electronic', byName: '' })
    const { bytes } = await letterFile(db, key, { seq, form: 'pdf' })
    const changed = Buffer.from(bytes)
    changed[500] = (changed[500] ?? 0) ^ 1
    expect(checkSeal(changed)).toMatchObject({ isIntact: false })
  })

  test('needs no seal on paper', async () => {
    await expect(work((tx) => notePaperSeal(tx, clerk, key, seq))).rejects.toMatchObject({ code: 'sealed_in_pdf' })
  })

  test('keeps the key sealed with the key of the house, and the passphrase nowhere', async () => {
    const { rows } = await sql<{ all: string }>`
      select concat_ws(' ', c::text, (select string_agg(a::text, ' ') from audit_entries a where a.organ_id = ${organId})) as all
      from organ_certificates c where organ_id = ${organId}`.execute(owner)
    expect(rows).toHaveLength(1)
    const all = rows[0]?.all ?? ''
    expect(all).not.toContain(passphrase)
    // How a private key of RSA begins in PKCS#8.
    expect(all).not.toMatch(/MII[A-Za-z0-9+/]{2}(?:gIBADAN|AIBADAN)|PRIVATE KEY/)
    expect(all).toContain('a256gcm2.')
  })

  test('is alone with it: another organ sees none of it', async () => {
    const other = await anOffice(db, { slug: 'shili-other', name: '示例市他局' })
    const otherAdmin = await other.officer(today, ['systemAdmin'])
    expect(await inOrgan(db, other.organ.id, (tx) => showSeal(tx, otherAdmin))).toEqual({ certificate: null })
  })

  test('uploads the same certificate twice and has it once; retires it, and its key is gone', async () => {
    await work((tx) => keepCertificate(tx, admin, asFile(good)))
    await work((tx) => keepCertificate(tx, admin, asFile(aPkcs12({ name: '示例市新局' }))))
    expect((await work((tx) => showSeal(tx, admin))).certificate).toMatchObject({
      name: '示例市新局',
      addedName: 'systemadmin',
    })
    expect(await work((tx) => retireCertificate(tx, admin))).toEqual({ certificate: null })
    const rows = await owner.selectFrom('organCertificates').select('sealed').where('organId', '=', organId).execute()
    expect(rows.map(({ sealed }) => sealed)).toEqual([null, null])
    // What was sealed before stays as it was.
    expect(await verifyLetterSeal(db, key, seq)).toMatchObject({ isIntact: true })
  })
})

describe('an organ without a certificate', async () => {
  const { work, key, seq, letter, clerk } = await anOfficeWithLetter()

  test('waits for a seal on paper, which holds nothing up', async () => {
    await setLetter(db, key, seq)
    expect(await verifyLetterSeal(db, key, seq)).toBe('none')
    expect((await letter())?.seal).toBeNull()
  })

  test('notes it with who and when; noted again nothing changes', async () => {
    await work((tx) => notePaperSeal(tx, clerk, key, seq))
    await work((tx) => notePaperSeal(tx, { ...clerk, name: '别人' }, key, seq))
    expect((await letter())?.seal).toEqual({ kind: 'paper', on: today, byName: 'clerk' })
    await expect(work((tx) => notePaperSeal(tx, clerk, key, 9999))).rejects.toMatchObject({ kind: 'missing' })
  })
})

test('a certificate that has run out is not taken into use, and seals nothing once it has', async () => {
  const { work, key, seq, letter, admin } = await anOfficeWithLetter(good)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 400 * 86_400_000 })
  try {
    await setLetter(db, key, seq)
    expect((await letter())?.seal).toBeNull()
    await expect(work((tx) => keepCertificate(tx, admin, asFile(good)))).rejects.toMatchObject({
      code: 'certificate_not_in_force',
    })
  } finally {
    vi.useRealTimers()
  }
})

test.each([
  ['another passphrase', { ...asFile(good), passphrase: '错' }, 'certificate_shut', 'passphrase'],
  ['no certificate at all', { file: Buffer.from('hello').toString('base64'), passphrase }, 'certificate_shut', 'file'],
  [
    'SM2, which we cannot seal with yet',
    asFile(aPkcs12({ key: ['ec', '-pkeyopt', 'ec_paramgen_curve:SM2'] })),
    'certificate_kind',
    'file',
  ],
  ['a key too short to be safe', asFile(aPkcs12({ key: ['rsa:1024'] })), 'certificate_kind', 'file'],
])('%s is refused at its field', async (_, file, code, field) => {
  made += 1
  const office = await anOffice(db, { slug: `shili-x${made}`, name: `示例市另${made}局` })
  const admin = await office.officer(today, ['systemAdmin'])
  await expect(inOrgan(db, office.organ.id, (tx) => keepCertificate(tx, admin, file))).rejects.toMatchObject({
    code,
    field,
  })
})
