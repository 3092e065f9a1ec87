/** Kinds of counterparty as 信用中国 tells them apart. */
export const counterpartyKinds = [
  { id: 'organisation', label: '法人及非法人组织' },
  { id: 'person', label: '自然人' },
  { id: 'selfEmployed', label: '个体工商户' },
] as const
export type CounterpartyKind = (typeof counterpartyKinds)[number]['id']

export interface FieldChoice {
  readonly id: string
  readonly label: string
  /** As the national layout writes it where codes are wanted. */
  readonly code?: string
}

interface FieldHead {
  readonly id: string
  /** Column code of the national data specification (双公示数据标准). */
  readonly code: string
  readonly label: string
  /** Must be filled in, for these counterparties only where they are named. */
  readonly required?: true | readonly CounterpartyKind[]
  /** Must be filled in where another field has this choice. */
  readonly requiredIf?: { readonly field: string; readonly has: string }
  /** Asked of these counterparties only. */
  readonly onlyFor?: readonly CounterpartyKind[]
  /** Whether it stands in what is published. */
  readonly isPublic: boolean
  readonly note?: string
}

export interface DecisionTextField extends FieldHead {
  readonly kind: 'text'
  readonly maxLength: number
  /** Several lines, where people are tempted to write ID numbers. */
  readonly prose?: true
  /** 文号: its year stands in 〔〕 whatever was typed. */
  readonly isNumber?: true
}

export interface DecisionDateField extends FieldHead {
  readonly kind: 'date'
  readonly mayBeFuture?: true
}

/** 万元 with six decimals, as text. */
export interface DecisionWanField extends FieldHead {
  readonly kind: 'wan'
}

/** One of the choices, or several of them joined by commas. */
export interface DecisionChoiceField extends FieldHead {
  readonly kind: 'choice' | 'choices'
  readonly choices: readonly FieldChoice[]
  /** The setting by which the layout has codes or words; words where nothing is said. */
  readonly writing?: 'licenceStateWriting' | 'licenceCategoryWriting'
}

/** A unified social credit code with its check character. */
export interface DecisionCodeField extends FieldHead {
  readonly kind: 'creditCode'
}

/** Number of a person's identity document: sealed, masked wherever it is shown, never published. */
export interface DecisionIdentityField extends FieldHead {
  readonly kind: 'identity'
  readonly isPublic: false
  /** The field that names the kind of document. */
  readonly typeField: string
}

export type DecisionField =
  | DecisionTextField
  | DecisionDateField
  | DecisionWanField
  | DecisionChoiceField
  | DecisionCodeField
  | DecisionIdentityField

const identityTypes = [
  { id: 'residentId', label: '身份证' },
  { id: 'passport', label: '护照号' },
  { id: 'mainlandTravelPermit', label: '港澳居民来往内地通行证' },
  { id: 'taiwanTravelPermit', label: '台湾居民来往大陆通行证' },
  { id: 'permanentResidence', label: '外国人永久居留身份证' },
] as const satisfies readonly FieldChoice[]

const notPersons = ['organisation', 'selfEmployed'] as const

const otherNumber = (id: string, code: string, label: string): DecisionTextField => ({
  kind: 'text',
  id,
  code,
  label,
  maxLength: 50,
  onlyFor: notPersons,
  isPublic: true,
})

/** 行政相对人, the same for licences and penalties but for the prefix of the codes. */
export const counterpartyFields = (prefix: Prefix): readonly DecisionField[] => [
  ...whoItIs(prefix),
  ...numbersOfOrganisation(prefix),
  ...representative(prefix),
  ...identityOfPerson(prefix),
]

/** 许可 or 处罚: how the codes of the national data specification begin. */
type Prefix = 'XK' | 'CF'

const whoItIs = (prefix: Prefix): readonly DecisionField[] => [
  {
    kind: 'text',
    id: 'counterparty',
    code: `${prefix}_XDR_MC`,
    label: '行政相对人名称',
    maxLength: 200,
    required: true,
    isPublic: true,
    note: '法人、组织填全称；自然人填姓名，公示时自动隐去名字',
  },
  {
    kind: 'choice',
    id: 'counterpartyKind',
    code: `${prefix}_XDR_LB`,
    label: '行政相对人类别',
    choices: counterpartyKinds,
    required: true,
    isPublic: true,
  },
]

const numbersOfOrganisation = (prefix: Prefix): readonly DecisionField[] => [
  {
    kind: 'creditCode',
    id: 'creditCode',
    code: `${prefix}_XDR_SHXYM`,
    label: '统一社会信用代码',
    required: notPersons,
    onlyFor: notPersons,
    isPublic: true,
  },
  otherNumber('registrationNumber', `${prefix}_XDR_GSZC`, '工商注册号'),
  otherNumber('organisationCode', `${prefix}_XDR_ZZJG`, '组织机构代码'),
  otherNumber('taxNumber', `${prefix}_XDR_SWDJ`, '税务登记号'),
  otherNumber('institutionNumber', `${prefix}_XDR_SYDW`, '事业单位证书号'),
  otherNumber('socialOrganisationNumber', `${prefix}_XDR_SHZZ`, '社会组织登记证号'),
]

const representative = (prefix: Prefix): readonly DecisionField[] => [
  {
    kind: 'text',
    id: 'legalRepresentative',
    code: `${prefix}_FRDB`,
    label: '法定代表人',
    maxLength: 50,
    required: ['organisation'],
    onlyFor: notPersons,
    isPublic: true,
    note: '个体工商户填经营者',
  },
  {
    kind: 'choice',
    id: 'representativeIdentityType',
    code: `${prefix}_FR_ZJLX`,
    label: '法定代表人证件类型',
    choices: identityTypes,
    onlyFor: notPersons,
    isPublic: false,
  },
  {
    kind: 'identity',
    id: 'representativeIdentity',
    code: `${prefix}_FR_ZJHM`,
    label: '法定代表人证件号码',
    typeField: 'representativeIdentityType',
    onlyFor: notPersons,
    isPublic: false,
  },
]

const identityOfPerson = (prefix: Prefix): readonly DecisionField[] => [
  {
    kind: 'choice',
    id: 'identityType',
    code: `${prefix}_XDR_ZJLX`,
    label: '自然人证件类型',
    choices: identityTypes,
    required: ['person'],
    onlyFor: ['person'],
    isPublic: false,
  },
  {
    kind: 'identity',
    id: 'identity',
    code: `${prefix}_XDR_ZJHM`,
    label: '自然人证件号码',
    typeField: 'identityType',
    required: ['person'],
    onlyFor: ['person'],
    isPublic: false,
  },
]

/** Where the data come from: the organ itself unless somebody says otherwise. */
export const sourceFields = (codes: readonly [string, string]): readonly DecisionField[] => [
  { kind: 'text', id: 'source', code: codes[0], label: '数据来源单位', maxLength: 200, isPublic: true },
  { kind: 'creditCode', id: 'sourceCode', code: codes[1], label: '数据来源单位统一社会信用代码', isPublic: true },
  { kind: 'text', id: 'remark', code: 'BZ', label: '备注', maxLength: 500, prose: true, isPublic: false },
]
