import type { Organ } from '../organ.ts'

/** An invented county department, with what the test says about it. */
export const anOrgan = (facts: Partial<Organ> = {}): Omit<Organ, 'id'> => ({
  slug: 'shili-tjj',
  name: '示例市统计局',
  kind: 'department',
  level: 'city',
  parentId: null,
  canMakeRules: false,
  ogiWorkBody: '示例市统计局办公室',
  address: '示例市人民路1号',
  postcode: '100000',
  phone: '010-00000000',
  email: 'tjj@example.invalid',
  siteCode: '0000000001',
  creditCode: '',
  letterCode: '示统',
  isDemo: false,
  undertaker: '',
  icpNumber: '',
  policeNumber: '',
  dataLicence: '',
  englishName: '',
  englishAddress: '',
  ...facts,
})
