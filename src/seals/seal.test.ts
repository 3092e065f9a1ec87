import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { officialLetterPdf } from '../typesetting/official-letter-pdf.ts'
import { findSignature } from './pdf-signature.ts'
import { openPkcs12 } from './pkcs12.ts'
import { canSeal, certificateSeal, checkSeal, type SealCheck } from './seal.ts'
import { aPkcs12 } from './testing/certificates.ts'

const passphrase = '印章123'
const pdf = await officialLetterPdf({
  title: '政府信息公开申请答复书',
  number: '示统公复〔2026〕12号',
  addressee: '张三',
  paragraphs: ['经审查，你申请公开的政府信息可以公开。', '你如对本答复书不服，可以申请行政复议。'],
  enclosures: [],
  organ: '示例市统计局',
  madeOn: plainDate('2026-11-24'),
  contact: '联系单位：示例市统计局办公室',
})
/** Certificates are made while the tests run. */
const now = () => new Date()

function checked(sealed: Uint8Array): SealCheck {
  const check = checkSeal(sealed)
  if (check === 'none' || check === 'broken') throw new Error(check)
  return check
}

const curves = {
  'RSA 2048': ['rsa:2048'],
  'RSA 3072': ['rsa:3072'],
  'ECDSA prime256v1': ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'ECDSA secp384r1': ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
} as const

describe.each(Object.entries(curves))('a letter sealed with %s', (algorithm, key) => {
  const seal = certificateSeal(openPkcs12(aPkcs12({ key }), passphrase))
  const sealed = seal.sealPdf(pdf, now())

  test('tells who sealed it and when, whole, with a certificate in force', () => {
    expect(checked(sealed)).toMatchObject({ isIntact: true, wasValid: true, chain: 'selfIssued' })
    expect(checked(sealed).facts).toMatchObject({ name: '示例市统计局', issuer: '示例市统计局', algorithm })
    expect(checked(sealed).at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  })

  test('is right for another program too, over the very bytes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaicheng-cms-'))
    const found = findSignature(sealed)
    writeFileSync(join(folder, 'signed'), found?.signed ?? '')
    // The signature ends before the zeros that fill its place.
    writeFileSync(join(folder, 'cms'), found?.cms ?? '')
    const args = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'cms',
      '-content',
      'signed',
      '-noverify',
      '-out',
      'out',
    ]
    expect(() => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })).not.toThrow()
  })

  test('stays byte for byte what it was, with something at its end, and opens', async () => {
    expect(Buffer.from(sealed.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true)
    const document = await getDocumentProxy(new Uint8Array(sealed))
    const page = await document.getPage(1)
    const annotations: unknown[] = await page.getAnnotations()
    expect(annotations).toEqual([
      expect.objectContaining({ fieldType: 'Sig', alternativeText: '示例市统计局的电子签章' }),
    ])
    expect((await document.getMarkInfo())?.Marked).toBe(true)
  })

  test('says so of any byte that is changed, and of anything that is added', () => {
    const from = sealed.lastIndexOf('/Contents <') + '/Contents <'.length
    const to = sealed.indexOf('>', from)
    const bytes = fc.integer({ min: 0, max: sealed.length - 1 })
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(sealed)
        changed[at] = (changed[at] ?? 0) ^ by
        const check = checkSeal(changed)
        // In the signature's own place stand also signs that say nothing; whose seal it is never changes.
        if (at >= from && at < to)
          return typeof check === 'string' || !check.isIntact || check.facts.fingerprint === seal.facts.fingerprint
        return typeof check === 'string' || !check.isIntact
      }),
      { numRuns: 300 },
    )
    for (const changed of [Buffer.concat([sealed, Buffer.from('% more\n')]), sealed.subarray(0, -1)])
      expect(checked(changed).isIntact).toBe(false)
  })
})

describe('the file of a certificate', () => {
  test.each([
    ['as OpenSSL seals it today', []],
    [
      'with three-key DES, as most programs of authorities do',
      ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'SHA1'],
    ],
    ['with AES of 128 bits', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC']],
    ['with its certificates in clear', ['-certpbe', 'NONE']],
  ])('opens %s', (_, sealing) => {
    const { certificate, key } = openPkcs12(aPkcs12({ sealing }), passphrase)
    expect(certificate.subject).toContain('CN=示例市统计局')
    expect(canSeal(key)).toBe(true)
  })

  test('does not open with another passphrase, nor when it is none, and says which', () => {
    for (const sealing of [[], ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'SHA1']])
      expect(() => openPkcs12(aPkcs12({ sealing }), '印章124')).toThrow(
        expect.objectContaining({ reason: 'passphrase' }),
      )
    for (const bytes of [Buffer.from(''), Buffer.from('PK\u0003\u0004'), Buffer.from(pdf)])
      expect(() => openPkcs12(bytes, passphrase)).toThrow(expect.objectContaining({ reason: 'unreadable' }))
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => openPkcs12(bytes, passphrase)).toThrow(expect.objectContaining({ name: 'CannotOpen' }))
      }),
    )
  })

  test('of an authority brings those above it, and the seal shows the whole chain', () => {
    const opened = openPkcs12(aPkcs12({ authority: '示例电子认证服务有限公司' }), passphrase)
    expect(opened.chain).toHaveLength(1)
    const check = checked(certificateSeal(opened).sealPdf(pdf, now()))
    expect(check).toMatchObject({ isIntact: true, chain: 'whole' })
    expect(check.facts.issuer).toBe('示例电子认证服务有限公司')
    expect(checked(certificateSeal({ ...opened, chain: [] }).sealPdf(pdf, now())).chain).toBe('open')
  })

  test('of SM2 opens, and is not said to seal', () => {
    const { key } = openPkcs12(aPkcs12({ key: ['ec', '-pkeyopt', 'ec_paramgen_curve:SM2'] }), passphrase)
    expect(canSeal(key)).toBe(false)
  })

  test('that had run out on that day is said to have', () => {
    const seal = certificateSeal(openPkcs12(aPkcs12({ days: 30 }), passphrase))
    const later = new Date(now().getTime() + 40 * 86_400_000)
    expect(checked(seal.sealPdf(pdf, later))).toMatchObject({ isIntact: true, wasValid: false })
  })
})

test('a PDF without a seal has none', () => expect(checkSeal(pdf)).toBe('none'))
