import { type PlainDate, plainDate } from '../../days/plain-date.ts'
import type { Applicant } from '../applicant.ts'
import type { Intake } from '../intake.ts'

/** An invented person with the example number of GB 11643. */
export const aPerson = (facts: Partial<Applicant> = {}): Applicant => ({
  kind: 'naturalPerson',
  name: '张三',
  identityKind: 'residentId',
  identityNumber: '11010519491231002X',
  creditCode: '',
  legalRepresentative: '',
  contactName: '',
  phone: '13800138000',
  email: '',
  address: '示例市人民路1号',
  postcode: '100000',
  agent: null,
  ...facts,
})

/** A request handed in on that day. */
export const anIntake = (on: PlainDate | string, facts: Partial<Intake> = {}): Intake => ({
  channel: 'inPerson',
  arrivedOn: plainDate(on),
  receivedOn: null,
  confirmation: null,
  applicant: aPerson(),
  pieces: ['某路段改造项目的可行性研究报告批复文件'],
  formWanted: 'paper',
  routeWanted: 'mail',
  assistance: '',
  files: [],
  ...facts,
})
