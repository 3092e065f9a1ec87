import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOfCluster } from './embedded.ts'
import { readMarker } from './folder-marker.ts'
import { keys, setKeys } from './keys.ts'
import { openRuntime } from './runtime.ts'
import { systemAccount } from './system-account.ts'
import { dataFolder } from './testing/data-folder.ts'

const root = dataFolder('folders')
/** A data folder that was in use and is stopped; each test damages a copy. */
const good = join(root, 'good')
const ofTests = keys()

beforeAll(async () => {
  await start(good)
})
afterAll(() => {
  setKeys(ofTests)
  rmSync(root, { recursive: true, force: true })
})

async function start(folder: string, demo = false): Promise<boolean> {
  const runtime = await openRuntime({ dataFolder: folder, connections: 1, demo })
  await runtime.close()
  return runtime.isDemoFolder
}

let count = 0
function copy(): string {
  count += 1
  const folder = join(root, `copy-${count}`)
  cpSync(good, folder, { recursive: true, verbatimSymlinks: true })
  giveBack(folder)
  return folder
}

/** Node's copy belongs to whoever copies. */
function giveBack(folder: string) {
  const owner = systemAccount()
  chmodSync(join(folder, 'postgres'), 0o700)
  if (owner) chownAll(join(folder, 'postgres'), owner.uid, owner.gid)
}
function chownAll(path: string, uid: number, gid: number) {
  chownSync(path, uid, gid)
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) chownAll(join(path, name), uid, gid)
}

/** Every path below with its size and time of change. */
function traceOf(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${existsSync(path) ? `${statSync(path).size} ${statSync(path).mtimeMs}` : 'nowhere'}`)
    .sort()
}

async function refused(folder: string, words: RegExp) {
  const before = traceOf(folder)
  await expect(start(folder)).rejects.toThrow(words)
  expect(traceOf(folder)).toEqual(before)
}

const damages: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
  ['PG_VERSION is missing', (f) => rmSync(join(f, 'postgres/PG_VERSION')), /不完整.*PG_VERSION.*kaicheng restore/],
  ['another version made it', (f) => writeFileSync(join(f, 'postgres/PG_VERSION'), '15\n'), /PostgreSQL 15/],
  ['the control file is missing', (f) => rmSync(join(f, 'postgres/global/pg_control')), /不完整.*global\/pg_control/],
  ['the control file is empty', (f) => writeFileSync(join(f, 'postgres/global/pg_control'), ''), /global\/pg_control/],
  ['an empty folder was left out', (f) => rmSync(join(f, 'postgres/pg_notify'), { recursive: true }), /pg_notify/],
  ['the log of writes is missing', (f) => rmSync(join(f, 'postgres/pg_wal'), { recursive: true }), /pg_wal/],
  ['the cluster is a file', (f) => replace(f, () => writeFileSync(join(f, 'postgres'), 'x')), /不完整/],
  [
    'the cluster is a link to nowhere',
    (f) => replace(f, () => symlinkSync('/mnt/nowhere', join(f, 'postgres'))),
    /链接/,
  ],
  ['the cluster is gone', (f) => replace(f, () => {}), /kaicheng.json、keys，却找不到它的数据库/],
  ['the cluster is empty', (f) => replace(f, () => mkdirSync(join(f, 'postgres'))), /却找不到它的数据库/],
  ['only the key is left', (f) => leave(f, 'keys'), /里有keys，却找不到/],
  [
    'the cluster is gone and the folder of the key leads nowhere',
    (f) => {
      for (const name of ['postgres', 'keys']) rmSync(join(f, name), { recursive: true })
      symlinkSync('/mnt/nowhere', join(f, 'keys'))
    },
    /keys 是指向 \/mnt\/nowhere 的链接/,
  ],
  ['only the marker is left', (f) => leave(f, 'kaicheng.json'), /却找不到/],
  ['others may enter the cluster', (f) => chmodSync(join(f, 'postgres'), 0o755), /chmod 700/],
  ['the key is gone', (f) => rmSync(join(f, 'keys'), { recursive: true }), /找不到密钥文件.*postgres/],
  ['the marker is not legible', (f) => writeFileSync(join(f, 'kaicheng.json'), '{'), /kaicheng.json 不能辨认/],
  ['the marker is of another cluster', (f) => tellOther(f), /标识 \d+）不是数据目录/],
  [
    'the note says elsewhere',
    (f) => writeFileSync(join(f, 'postgres-location.txt'), '/var/lib/kaicheng/data-0\n'),
    /移动或者复制来的/,
  ],
]

const replace = (folder: string, put: () => void) => {
  rmSync(join(folder, 'postgres'), { recursive: true })
  put()
}
const leave = (folder: string, kept: string) => {
  for (const name of readdirSync(folder)) if (name !== kept) rmSync(join(folder, name), { recursive: true })
}
const tellOther = (folder: string) => {
  const path = join(folder, 'kaicheng.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\d{10,}/, '1234567890'))
}

test.each(damages)('when %s the start is refused with what to do, and nothing is touched', async (_, damage, words) => {
  const folder = copy()
  damage(folder)
  await refused(folder, words)
})

test('a key of another data folder is refused before the cluster is started', async () => {
  const other = join(root, 'other')
  await start(other)
  const folder = copy()
  cpSync(join(other, 'keys'), join(folder, 'keys'), { recursive: true })
  await refused(folder, /密钥文件与数据库不符/)
})

test.runIf(process.getuid?.() === 0)(
  'a cluster of another account is refused, and so is one that cannot be reached any more',
  async () => {
    const folder = copy()
    chownAll(join(folder, 'postgres'), 1, 1)
    await refused(folder, /属于账户.*chown -R kaicheng/)
    chownAll(join(folder, 'postgres'), systemAccount()?.uid ?? 0, systemAccount()?.gid ?? 0)
    const parent = join(root, 'closed')
    mkdirSync(parent)
    renameSync(folder, join(parent, 'data'))
    chmodSync(parent, 0o700)
    await refused(join(parent, 'data'), /进不了.*权限可能收紧/)
    chmodSync(parent, 0o755)
    expect(await start(join(parent, 'data'))).toBe(false)
  },
)

test('a folder with something else in it, a file, and a link to nowhere are no data folders', async () => {
  const foreign = join(root, 'foreign')
  mkdirSync(foreign)
  writeFileSync(join(foreign, '报告.docx'), 'x')
  await refused(foreign, /里面有报告.docx/)
  await refused(join(foreign, '报告.docx'), /不是目录/)
  await refused(join(foreign, '报告.docx', 'data'), /不是目录/)
  const link = join(root, 'link')
  symlinkSync('/mnt/nowhere', link)
  await refused(link, /链接/)
})

test('a folder in which only the place for a key stands, without one, is new', async () => {
  const folder = join(root, 'only-place')
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 })
  await start(folder)
  expect(readdirSync(join(folder, 'keys'))).toEqual(['kaicheng.key'])
})

test('making a cluster that was broken off is begun again; a strange folder in its place is not cleared away', async () => {
  const folder = join(root, 'broken-off')
  const half = join(folder, 'postgres.new', 'cluster-half')
  mkdirSync(half, { recursive: true })
  writeFileSync(join(half, 'PG_VERSION'), '18\n')
  await refused(folder, /临时目录/)
  writeFileSync(join(folder, 'postgres.new', 'unfinished'), '999999999\n')
  writeFileSync(join(half, 'postmaster.opts'), '')
  await refused(folder, /临时目录/)
  rmSync(join(half, 'postmaster.opts'))
  await start(folder)
  expect(readdirSync(folder).sort()).toEqual(['kaicheng.json', 'keys', 'postgres'])
})

test('a folder of version 0.1 is taken over when cluster and key fit, and has no demo but what it holds', async () => {
  const folder = copy()
  rmSync(join(folder, 'kaicheng.json'))
  expect(await start(folder, true)).toBe(false)
  expect(readMarker(folder)).toEqual(readMarker(good))
})

test('whether a folder is for the demo is settled when it is new', async () => {
  const folder = join(root, 'demo')
  expect(await start(folder, true)).toBe(true)
  expect(await start(folder, false)).toBe(true)
  expect(await start(good, true)).toBe(false)
  expect(placeOfCluster(folder)).toBe(join(folder, 'postgres'))
})
