import type { Applicant } from '../../../requests/applicant.ts'

const nobody: Omit<Applicant, 'kind' | 'name'> = {
  ...{ identityKind: null, identityNumber: '', creditCode: '', legalRepresentative: '', contactName: '' },
  ...{ phone: '', email: '', address: '', postcode: '000000', agent: null },
}

/** Invented persons; the identity numbers have a right check digit and a region and a day of birth that nobody shares. */
const person = (name: string, identityNumber: string, phone: string, more: Partial<Applicant> = {}): Applicant => ({
  ...nobody,
  ...{ kind: 'naturalPerson', name, identityKind: 'residentId', identityNumber, phone },
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
  ...{ kind, name, creditCode, contactName, phone, legalRepresentative: contactName },
  address: '示例市示范路200号',
})

export const people = {
  zhao: person('赵晓明', '11010519491231002X', '13800138001'),
  abdulla: person('阿卜杜拉·买买提', '11010519491231002X', '13800138002', { email: 'amm@shili.invalid' }),
  rare: person('𠮷野 诚', '11010519491231002X', '13800138003', {
    identityKind: 'passport',
    identityNumber: 'TR1234567',
  }),
  sun: person('孙桂兰', '11010519491231002X', '13800138004', {
    agent: { name: '孙志强', identityKind: 'residentId', identityNumber: '11010519491231002X', phone: '13800138005' },
  }),
  firm: firm('enterprise', '示例建设工程有限公司', '91350100M000100Y43', '钱立', '13800138006'),
  lawyers: firm('legalServiceOrg', '示例律师事务所', '31350100M000100Y49', '周正', '13800138007'),
  institute: firm('researchInstitution', '示例市城市规划研究院', '12350100M000100Y48', '吴敏', '13800138008'),
} as const satisfies Record<string, Applicant>
