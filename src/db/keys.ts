import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { errorCode } from '../error-code.ts'
import { refusals } from '../refusal.ts'
import { makeFolder } from './make-folder.ts'

/** What the one master secret yields. It stays outside the database, so that a stolen database tells nothing. */
export interface Keys {
  /** Names the key in what it has sealed; tells nothing about it. */
  readonly id: string
  readonly sealing: KeyObject
  readonly blindIndex: KeyObject
  readonly audit: KeyObject
  readonly codes: KeyObject
}

let current: Keys | undefined

/** Once, at the start of the program. */
export function setKeys(keys: Keys): void {
  current = keys
}

/** The keys of this process; a bug when asked for before the start has set them. */
export function keys(): Keys {
  if (!current) throw new Error('keys are not set')
  return current
}

/** Derives all keys from the master secret (HKDF, RFC 5869). */
export function keysFrom(master: Buffer): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `kaicheng ${purpose} 1`, 32))
  return {
    id: derive('id').toString('hex', 0, 4),
    sealing: createSecretKey(derive('sealing')),
    blindIndex: createSecretKey(derive('blind index')),
    audit: createSecretKey(derive('audit')),
    codes: createSecretKey(derive('codes')),
  }
}

const secretLine = /^[A-Za-z0-9_-]{43}$/m

/**
 * The keys of a data folder, from `keys/kaicheng.key` in it or from the file that `KAICHENG_KEY_FILE` names. Made on first
 * use, unless `mayMake` is false: a database that was sealed with a key must not get a second one.
 */
export function loadKeys(
  folder: string,
  mayMake = true,
  file = process.env.KAICHENG_KEY_FILE || '',
  database = '数据库',
): Keys {
  const path = file || join(folder, 'keys', 'kaicheng.key')
  if (!existsSync(path)) {
    if (file || !mayMake) throw refusals.keyMissing(path, database)
    makeKeyFile(path)
  }
  // Mode bits: written by others, or read by all. A group may read, as a mounted secret has it.
  if ((statSync(path).mode & 0o027) !== 0) throw refusals.keyExposed(path)
  const [secret] = secretLine.exec(readFileSync(path, 'utf8')) ?? []
  if (!secret) throw refusals.keyUnreadable(path)
  return keysFrom(Buffer.from(secret, 'base64url'))
}

/** On disk before anything is sealed with it; of two starts at the same moment the first to link wins. */
function makeKeyFile(path: string): void {
  const folder = dirname(path)
  makeFolder(folder, 0o700)
  const draft = `${path}.${process.pid}`
  const text = `# 开诚主密钥。丢失后加密的数据无法恢复；请另行备份，不要与数据库备份放在一起。\n${randomBytes(32).toString('base64url')}\n`
  const handle = openSync(draft, 'wx', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(draft, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  const directory = openSync(folder, 'r')
  fsyncSync(directory)
  closeSync(directory)
}
