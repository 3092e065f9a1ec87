import type { Passwords, SetUpWithPasswords } from '../../organs/setup/set-up.ts'

/** What stands on the form. No organ is above the first one, so that nobody is asked for it. */
export interface Typed {
  readonly setUp: Omit<SetUpWithPasswords['setUp'], 'parent'>
  readonly passwords: Passwords
  readonly again: Passwords
}

const nobody = { login: '', name: '' }
const none: Passwords = { systemAdmin: '', securityAdmin: '', auditAdmin: '' }

export const blank: Typed = {
  setUp: {
    slug: '',
    name: '',
    kind: 'department',
    level: 'city',
    creditCode: '',
    letterCode: '',
    ogiWorkBody: '',
    unit: '',
    address: '',
    postcode: '',
    phone: '',
    email: '',
    siteCode: '',
    canMakeRules: false,
    systemAdmin: nobody,
    securityAdmin: nobody,
    auditAdmin: nobody,
  },
  passwords: none,
  again: none,
}
