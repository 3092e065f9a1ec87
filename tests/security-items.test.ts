import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)))

const states = ['test', 'code', 'operator', 'n/a', 'open'] as const
const document = read('docs/security-items.md')
const sections = ['## ASVS 5.0.0', '### Left out', '### 8.1.4 ', '### 8.1.5 ', '## 密评', '## Other rules'].map(
  (title) => {
    const [, after = ''] = document.split(`\n${title}`)
    return after
      .split(/\n##/)[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (?:item|-)/.test(line))
      .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()))
  },
)
const rows = sections.flatMap((section) => section ?? [])
const cited = rows.flatMap(([item, , state, where = '']) =>
  state === 'test' ? where.split(' <br> ').map((each) => [item, ...each.split(/ › (.*)/)] as const) : [],
)

/** `1.1.1-2` is 1.1.1 and 1.1.2. */
const spread = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .flatMap((each) => {
      const [, before, first, last] = /^(.*?)(\d+)-(\d+)$/.exec(each) ?? []
      if (before === undefined) return [each]
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${before}${Number(first) + index}`)
    })

/** Levels 1 and 2 of the chapters that apply, less what is left out, and the items of level 3 that were chosen. */
const asvs = spread(`
  1.1.1-2 1.2.1-5 1.2.9-10 1.3.1-7 1.3.10-12 1.5.1-3 2.1.1-3 2.2.1-3 2.3.1-5 2.4.1 3.1.1 3.2.1-2 3.3.1-4 3.4.1-8 3.5.1-4 3.5.7-8 3.6.1 3.7.1-2
  4.1.1-4 4.2.1-2 5.1.1 5.2.1-6 5.3.1-3 5.4.1-3 6.1.1-3 6.2.1-12 6.3.1-5 6.3.7-8 6.4.1-4 6.4.6 6.5.1-6 6.5.8 6.6.1-3
  7.1.1-2 7.2.1-4 7.3.1-2 7.4.1-5 7.5.1-3 8.1.1-2 8.2.1-3 8.3.1-2 8.4.1 11.1.1-2 11.2.1-5 11.3.1-5 11.4.1-4 11.5.1 11.6.1
  12.1.1-2 12.2.1-2 12.3.1-4 13.1.1-4 13.2.1-6 13.3.1-2 13.4.1-7 14.1.1-2 14.2.1-8 14.3.1-3 15.1.1-5 15.2.1-5 15.3.1-7 15.4.1-4
  16.1.1 16.2.1-5 16.3.1-4 16.4.1-3 16.5.1-4`)
const leftOut = spread('1.2.6-8 1.3.8-9 1.4.1-3 3.5.5-6 4.3.1-2 4.4.1-4 6.6.4 6.8.1-4 7.1.3 7.6.1-2 12.1.3 V9 V10 V17')
const lettered = (items: Record<string, string>) =>
  Object.entries(items).flatMap(([item, letters]) => (letters ? [...letters].map((each) => `${item} ${each}`) : [item]))
const computing = lettered({
  '8.1.4.1': 'abcd',
  '8.1.4.2': 'abcdefg',
  '8.1.4.3': 'abcd',
  '8.1.4.4': 'abcdef',
  '8.1.4.5': '',
  '8.1.4.6': '',
  '8.1.4.7': 'ab',
  '8.1.4.8': 'ab',
  '8.1.4.9': 'abc',
  '8.1.4.10': 'ab',
  '8.1.4.11': 'ab',
})
const managing = lettered({ '8.1.5.1': 'ab', '8.1.5.2': 'ab', '8.1.5.3': 'ab', '8.1.5.4': 'abcdef' })

test('every item of ASVS, 等保 and 密评 stands once in docs/security-items.md, with one state', () => {
  expect([asvs.length, computing.length]).toEqual([234, 34])
  const items = sections.map((section) => section?.map(([item]) => item))
  expect(items.slice(0, 5)).toEqual([asvs, leftOut, computing, managing, [...'abcdefgh']])
  for (const [item, short, state, where] of rows) {
    expect(states, item).toContain(state)
    expect(short && where, item).toBeTruthy()
  }
})

test('each test named in docs/security-items.md exists', () => {
  expect(cited.length).toBeGreaterThan(150)
  const missing = cited.filter(([, file = '', name = '']) => {
    const text = existsSync(join(root, file)) ? read(file) : ''
    return name === '' || !["'", '`'].some((quote) => text.includes(quote + name + quote))
  })
  expect(missing).toEqual([])
})

test('each file named in docs/security-items.md exists', () => {
  const files = document.match(/\b(?:src|tests|docs)\/[\w./-]*\w/g) ?? []
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  expect(read('docs/operations.md')).toContain('\n## What the operator owes\n')
})

test('the counts in docs/security-items.md are those of its rows', () => {
  const [, printed = ''] = document.split(/\n\| table +\| /)
  const counts = printed
    .split('\n\n')[0]
    ?.split('\n')
    .slice(2)
    .map((line) => line.match(/(?<=\| *)\d+(?= *\|)/g)?.map(Number))
  const counted = sections.map((section) => {
    const each = states.map((state) => section?.filter((row) => row[2] === state).length)
    return [...each, section?.length]
  })
  expect(counts).toEqual(counted)
})

test('each text that a test cites stands in docs/security-items.md', () => {
  const citing = /(?:describe|test)\('[^'\n]*(?:GB\/T 22239|ASVS|安全管理规定)[^'\n]*'/
  const files = tracked.filter((file) => /\.test\.tsx?$/.test(file) && file !== 'tests/security-items.test.ts')
  const those = files.filter((file) => citing.test(read(file)))
  expect(those.length).toBeGreaterThan(2)
  const named = new Set(cited.map(([, file]) => file))
  expect(those.filter((file) => !named.has(file))).toEqual([])
})

const source = tracked.filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file))
const sourcesWith = (patterns: readonly RegExp[]) =>
  source.filter((file) => patterns.some((each) => each.test(read(file))))

test('no code is made from text, and no shell is called', () => {
  expect(source.length).toBeGreaterThan(500)
  expect(
    sourcesWith([
      /\beval\(/,
      /\bnew Function\(/,
      /shell: true/,
      /\bexecSync\(/,
      /import \{[^}]*\bexec\b[^}]*\} from 'node:child_process'/,
    ]),
  ).toEqual([])
})

test('no weak cipher or hash is used, and no guessable random number', () => {
  expect(sourcesWith([/Math\.random/, /['"](?:md5|sha1|rc4|des|des-\w+|[\w-]+-(?:ecb|cbc|ctr))['"]/i])).toEqual([
    // It opens the certificates that authorities deliver, as they are packed; nothing is sealed or kept with it.
    'src/seals/pkcs12.ts',
  ])
})

/** Keys as programs write them, tokens as services give them, and passwords in addresses. */
const secrets = [
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\r\n]/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bLTAI[A-Za-z0-9]{16,}\b/,
  /\b(?:postgres(?:ql)?|smtps?|redis):\/\/[\w.-]+:(?!password@|密码@|\$\{)[^\s@/'"`<>]{6,}@/,
]

test('no file holds a key or an address with a password', () => {
  const texts = tracked.filter((file) => /\.(?:tsx?|m?js|json|md|sql|css|html|ya?ml|sh|toml|env)$|^[^.]*$/.test(file))
  expect(texts.length).toBeGreaterThan(500)
  expect(texts.filter((file) => secrets.some((secret) => secret.test(read(file))))).toEqual([])
  // The keys of the sample data of released versions, which nobody else ever had.
  const keys = tracked.filter((file) => /\.(?:key|pem|p12|pfx)$|(?:^|\/)\.env$/.test(file))
  expect(keys.filter((file) => !/^tests\/upgrades\/[\d.]+\/kaicheng\.key$/.test(file))).toEqual([])
})
