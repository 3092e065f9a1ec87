import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Wished {
  readonly name?: string
  /** As `openssl` names it. */
  readonly key?: readonly string[]
  readonly days?: number
  /** Issued by an authority of its own instead of by itself. */
  readonly authority?: string
  /** How the file is sealed, as options of `openssl pkcs12`. */
  readonly sealing?: readonly string[]
  readonly passphrase?: string
}

const rsa = ['rsa:2048']

/** A PKCS#12 file with a key and its certificate, made by OpenSSL, which knows nothing of us. */
export function aPkcs12(wished: Wished = {}): Buffer {
  const { name = '示例市统计局', key = rsa, days = 365, authority, sealing = [], passphrase = '印章123' } = wished
  const folder = mkdtempSync(join(tmpdir(), 'kaicheng-seal-'))
  const run = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  try {
    const ofSubject = (subject: string) => ['-utf8', '-subj', `/C=CN/O=${subject}/CN=${subject}`, '-nodes']
    const made = ['-newkey', ...key, '-keyout', 'own.key']
    if (authority) {
      run(
        'req',
        '-x509',
        '-newkey',
        ...rsa,
        '-keyout',
        'ca.key',
        '-out',
        'ca.pem',
        '-days',
        '3650',
        ...ofSubject(authority),
      )
      run('req', '-new', ...made, '-out', 'own.csr', ...ofSubject(name))
      run(
        'x509',
        '-req',
        '-in',
        'own.csr',
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-out',
        'own.pem',
        '-days',
        `${days}`,
      )
    } else run('req', '-x509', ...made, '-out', 'own.pem', '-days', `${days}`, ...ofSubject(name))
    const above = authority ? ['-certfile', 'ca.pem'] : []
    run(
      'pkcs12',
      '-export',
      '-inkey',
      'own.key',
      '-in',
      'own.pem',
      ...above,
      '-out',
      'own.p12',
      '-passout',
      `pass:${passphrase}`,
      ...sealing,
    )
    return readFileSync(join(folder, 'own.p12'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
