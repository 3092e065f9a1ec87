/** What an invented citizen fills in: the identity number is the example of GB 11643. */
export const aFilledForm = (facts: Record<string, string> = {}): Record<string, string> => ({
  content: '2025年示例市老旧小区改造计划及资金安排',
  formWanted: 'electronic',
  routeWanted: 'online',
  applicant: 'person',
  name: '张三丰',
  identityKind: 'residentId',
  identityNumber: '11010519491231002X',
  phone: '13800138000',
  ...facts,
})

/** The same of an invented law firm. */
export const anOrganisationsForm = (facts: Record<string, string> = {}): Record<string, string> => ({
  content: '2024年示例市行政处罚裁量基准',
  formWanted: 'paper',
  routeWanted: 'mail',
  applicant: 'organisation',
  organisationName: '示例律师事务所',
  organisationKind: 'legalServiceOrg',
  creditCode: '31350100M000100Y49',
  legalRepresentative: '王五',
  contactName: '赵六',
  address: '示例市人民路2号',
  postcode: '100000',
  ...facts,
})
