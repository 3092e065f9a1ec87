const script = '<script>alert(1)</script>'
const image = '"><img src=x onerror=alert(1)>'

/** Texts that are refused, or kept and shown as the text that they are. */
export const nastyTexts: readonly string[] = [
  ...['', ' ', '\u3000', 'x'.repeat(5_000), '政'.repeat(100_000)],
  ...["'; drop table requests; --", "' or '1'='1", '100%_\\', "a' & b | !c:* <-> (d", '{"$ne":null}', '$(id)`id`'],
  ...[
    script,
    image,
    '{{7*7}}$'.concat('{7*7}#{7*7}'),
    '&lt;b&gt;&#x202e;',
    ']]><!--',
    '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd">',
  ],
  ...[
    'javascript:alert(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    'vbscript:x',
    '//evil.example',
    'http://169.254.169.254/',
  ],
  ...['http://[::1]/', 'https://user:pass@evil.example/', 'http://пример.рф/', 'file:///etc/passwd', '/\\evil.example'],
  ...['=1+1', '+1', '-1+cmd|’/C calc’!A0', '@SUM(1)', '\t=1', '=HYPERLINK("http://evil.example")'],
  ...[
    '公告\u202egnp.exe',
    '\u0001\u0008\u000b\u001f',
    '\ufffe\uffff',
    '\u200b',
    'a\u0300'.repeat(300),
    '\r\nSet-Cookie: a=b',
  ],
  ...['阿卜杜拉·买买提', '𠮷野家', '\u{10ffff}', '👨‍👩‍👧‍👦'],
  ...[
    '../../../../etc/passwd',
    '..\\..\\windows',
    'CON',
    '.',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
  ],
  ...['2026-02-30', '0000-00-00', '9999-12-31', '0001-01-01', '2026-11-24T00:00:00Z', '-000001-01-01', '10000-01-01'],
  ...['-1', '0', '1e309', 'NaN', '2147483648', '99999999999999999999', '0x10', '１２', '1.5'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
]

/** What is no text at all, and numbers at the edge of what a database holds. */
export const nastyValues: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 32_768, 2_147_483_648, Number.MAX_SAFE_INTEGER, 1e308],
  ...[[], {}, [[]], [null], { length: 1 }, Array.from({ length: 3_000 }, () => 'a'), { toString: 'x' }],
]

/** Bodies of which no form is read. They are written by hand, since no serializer writes them. */
export const nastyBodies: readonly string[] = [
  ...[
    '',
    'null',
    '[]',
    '"a"',
    '1',
    '{',
    '{"a":1,"a":2}',
    '{"__proto__":{"isAdmin":true}}',
    '{"constructor":{"prototype":{}}}',
  ],
  ...['{"a":"\\u0000"}', '{"a":"\\ud800"}', '\ufeff\ufeff{}', `${'['.repeat(50_000)}`, '{"unheardOf":true}'],
]

/** What stands in an address, as it goes over the line. */
export const nastySegments: readonly string[] = [
  ...['%00', '%ff', '%c0%af', '%E4%B8', '..%2f..%2fetc%2fpasswd', '%2e%2e', '%0d%0aSet-Cookie:a=b', 'x'.repeat(3_000)],
  ...nastyTexts
    .filter((text) => text !== '' && text !== '.' && text.length < 1_000)
    .map((text) => encodeURIComponent(text.toWellFormed())),
]

/** What stands behind the name of a parameter. */
export const nastyQueries: readonly string[] = [
  ...nastySegments,
  '',
  `${'q'.repeat(10_000)}`,
  'a&page=2&page=3',
  'a[]=1',
  '%',
]
