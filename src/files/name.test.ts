import { expect, test } from 'vitest'
import { contentDisposition } from './disposition.ts'
import { safeName } from './name.ts'

test.for([
  ['申请表.pdf', '申请表.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\fakepath\\申请表.docx', '申请表.docx'],
  ['CON.txt', '_CON.txt'],
  ['com1', '_com1'],
  ['控制.txt', '控制.txt'],
  ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'],
  ['a\0.pdf', 'a.pdf'],
  ['名\u2063单\u3164\u00ad.pdf', '名单.pdf'],
  ['..', '未命名'],
  ['', '未命名'],
  ['.htaccess', 'htaccess'],
  ['结尾. . .', '结尾'],
  ['阿卜杜拉·买买提𠮷.jpg', '阿卜杜拉·买买提𠮷.jpg'],
] as const)('the name %j is kept as %j', ([given, kept]) => expect(safeName(given)).toBe(kept))

test('a name of any length fits a disk, keeps its ending and no half character', () => {
  const name = safeName(`${'𠮷'.repeat(200)}.pdf`)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
  expect(name.endsWith('𠮷.pdf')).toBe(true)
  expect(name.isWellFormed()).toBe(true)
})

test('signs that turn the direction of writing are refused in a name', () =>
  expect(() => safeName('gpj.\u202efdp.exe')).toThrow('控制字符'))

test.for([
  ['申请表.docx', `attachment; filename="download.docx"; filename*=UTF-8''%E7%94%B3%E8%AF%B7%E8%A1%A8.docx`],
  ['a"; filename="b.exe', `attachment; filename="afilenameb.exe"; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe`],
  ["it's (1)*.pdf", `attachment; filename="its1.pdf"; filename*=UTF-8''it%27s%20%281%29%2A.pdf`],
  ['a\r\nX: 1.pdf', `attachment; filename="aX1.pdf"; filename*=UTF-8''a%0D%0AX%3A%201.pdf`],
] as const)('RFC 6266, RFC 8187: %j stays one header value', ([name, value]) =>
  expect(contentDisposition(name)).toBe(value),
)
