import type { Applicant } from '../../requests/applicant.ts'

const nobody: Omit<Applicant, 'kind' | 'name'> = {
  identityKind: null,
  identityNumber: '',
  creditCode: '',
  legalRepresentative: '',
  contactName: '',
  phone: '',
  email: '',
  address: '',
  postcode: '000000',
  agent: null,
}

/** Invented persons, each with a number of their own: its check digit is right, and its region is none. */
const person = (name: string, identityNumber: string, phone: string, more: Partial<Applicant> = {}): Applicant => ({
  ...nobody,
  kind: 'naturalPerson',
  name,
  identityKind: 'residentId',
  identityNumber,
  phone,
  address: '示例市示范路100号',
  ...more,
})

const firm = (
  kind: Applicant['kind'],
  name: string,
  creditCode: string,
  contactName: string,
  phone: string,
): Applicant => ({
  ...nobody,
  kind,
  name,
  creditCode,
  contactName,
  phone,
  legalRepresentative: contactName,
  address: '示例市示范路200号',
})

export const people = {
  zhao: person('赵晓明', '119999197806050012', '13800138001'),
  abdulla: person('阿卜杜拉·买买提', '119999198503140015', '13800138002', { email: 'amm@shili.invalid' }),
  rare: person('𠮷野 诚', 'TR1234567', '13800138003', { identityKind: 'passport' }),
  sun: person('孙桂兰', '119999195809080023', '13800138004', {
    agent: { name: '孙志强', identityKind: 'residentId', identityNumber: '119999198311200036', phone: '13800138005' },
  }),
  firm: firm('enterprise', '示例建设工程有限公司', '91350100M000100Y43', '钱立', '13800138006'),
  lawyers: firm('legalServiceOrg', '示例律师事务所', '31350100M000100Y49', '周正', '13800138007'),
  institute: firm('researchInstitution', '示例市城市规划研究院', '12350100M000100Y48', '吴敏', '13800138008'),
} as const satisfies Record<string, Applicant>
