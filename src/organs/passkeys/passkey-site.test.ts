import { expect, test } from 'vitest'
import { passkeySite } from './passkey-site.ts'

test.for([
  { origin: 'https://gk.shili.gov.cn', name: 'gk.shili.gov.cn' },
  { origin: 'https://gk.shili.gov.cn:8443', name: 'gk.shili.gov.cn' },
  { origin: 'http://localhost:3000', name: 'localhost' },
])('on https and by name, or on the machine itself, passkeys are bound to the site: $origin', ({ origin, name }) => {
  expect(passkeySite(origin)).toEqual({ origin, name })
})

test.for([
  { origin: 'http://gk.shili.gov.cn', why: /https/ },
  { origin: 'http://127.0.0.1:3000', why: /https/ },
  { origin: 'http://localhost.shili.gov.cn', why: /https/ },
  { origin: 'https://10.1.2.3', why: /IP 地址/ },
  { origin: 'https://[fd00::1]', why: /IP 地址/ },
])('elsewhere it is said why they are not offered: $origin', ({ origin, why }) => {
  expect(passkeySite(origin).whyNot).toMatch(why)
})
