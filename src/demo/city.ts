import type { NewOrgan } from '../organs/organ.ts'
import { civilAffairs } from './departments/civil-affairs.ts'
import { development } from './departments/development.ts'
import { education } from './departments/education.ts'
import { environment } from './departments/environment.ts'
import { finance } from './departments/finance.ts'
import { government } from './departments/government.ts'
import { health } from './departments/health.ts'
import { housing } from './departments/housing.ts'
import { labour } from './departments/labour.ts'
import { land } from './departments/land.ts'
import { market } from './departments/market.ts'
import { publicSecurity } from './departments/public-security.ts'
import { transport } from './departments/transport.ts'
import type { Profile } from './profile.ts'

export { government }

export const departments: readonly Profile[] = [
  development,
  education,
  publicSecurity,
  civilAffairs,
  finance,
  labour,
  land,
  environment,
  housing,
  transport,
  health,
  market,
]

/** An organ of the invented city at its place in the list; its telephone and addresses belong to nobody. */
export const cityOrgan = ({ slug, name, shortName }: Profile, place: number, parentId: number | null): NewOrgan => ({
  slug,
  name,
  parentId,
  isDemo: true,
  level: 'city',
  kind: parentId === null ? 'government' : 'department',
  canMakeRules: parentId === null,
  ogiWorkBody: `${name}办公室`,
  address: `示例市示范路${place + 1}号`,
  postcode: '000000',
  phone: `0000-12345${String(place).padStart(2, '0')}`,
  email: `${slug.replace('shili-', '')}@shili.invalid`,
  siteCode: `00000000${String(place).padStart(2, '0')}`,
  creditCode: '',
  letterCode: shortName,
  ...(parentId === null && {
    undertaker: '示例市人民政府办公室',
    icpNumber: '示ICP备00000000号-1',
    policeNumber: '示公网安备00000000000000号',
  }),
})
