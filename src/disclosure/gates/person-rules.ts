import type { GateRule } from './finding.ts'

const privacy = '个人信息保护法 25、28、51'

/** What is not to be told of persons. */
export const personRules = {
  identityNumber: {
    label: '身份证号',
    severity: 'block',
    source: privacy,
    message: '含有公民身份号码，公开前应当删去或者遮盖（如 35*************123）',
  },
  identityNumberUnsure: {
    label: '写错的身份证号',
    severity: 'confirm',
    source: privacy,
    message: '标明是身份证号，但校验码不对；写错的号码也是个人信息，请删去或者遮盖',
  },
  identityNumberInside: {
    label: '更长号码里的身份证号',
    severity: 'confirm',
    source: privacy,
    message: '一串更长的号码像是以公民身份号码开头，请核对；确是身份号码的，应当删去或者遮盖，不是的，请说明是什么号码',
  },
  identityNumberThinlyMasked: {
    label: '遮盖不够的身份证号',
    severity: 'confirm',
    source: privacy,
    message: '身份证号只遮盖了几位，留下的数字仍能推出全号，请遮盖出生日期和顺序码（如 35*************123）',
  },
  oldIdentityNumber: {
    label: '15位旧身份证号',
    severity: 'hint',
    source: privacy,
    message: '像是15位的旧身份证号，请核对',
  },
  mobilePhone: {
    label: '手机号',
    severity: 'confirm',
    source: privacy,
    message: '含有手机号，个人的号码不应公开；确是对外公布的工作号码的，请说明',
  },
  officePhone: {
    label: '标明对外联系的手机号、没有标明用途的座机',
    severity: 'hint',
    source: privacy,
    message: '含有电话号码，请核对是本机关对外公布的号码',
  },
  bankCard: {
    label: '银行卡号',
    severity: 'confirm',
    source: privacy,
    message: '含有银行卡号，发放名单等公示内容应当删去或者遮盖',
  },
  homeAddress: {
    label: '个人住址',
    severity: 'confirm',
    source: privacy,
    message: '含有到门牌、房号的个人住址，一般只公开到街道、社区',
  },
  minor: {
    label: '未成年人',
    severity: 'confirm',
    source: `${privacy}；未成年人保护法 4`,
    message: '可能指出了未成年人的身份，请删去姓名等信息',
  },
  travelDocument: {
    label: '护照、通行证号',
    severity: 'confirm',
    source: privacy,
    message: '含有护照、港澳台通行证等证件号码，公开前应当删去或者遮盖；确需公开的，请说明',
  },
  privateMail: {
    label: '个人邮箱',
    severity: 'confirm',
    source: privacy,
    message: '含有个人邮箱地址，应当删去；是对外公布的工作邮箱的，请说明',
  },
  officeMail: {
    label: '标明对外联系的社会邮箱',
    severity: 'hint',
    source: privacy,
    message: '对外联系用的是社会邮箱，请核对是本机关公布的邮箱；有政务邮箱的，请改用政务邮箱',
  },
  chatAccount: {
    label: '微信号、QQ号',
    severity: 'confirm',
    source: privacy,
    message: '含有个人的微信号、QQ号，应当删去；是对外公布的工作账号的，请说明',
  },
  plate: {
    label: '车牌号',
    severity: 'confirm',
    source: privacy,
    message: '含有机动车号牌，个人车辆的应当删去或者遮盖；依法公告车辆的，请说明依据',
  },
  health: {
    label: '具名的疾病、残疾情况',
    severity: 'confirm',
    source: `${privacy}（敏感个人信息 28、29）`,
    message: '写出了姓名和这个人的疾病、残疾情况，一般应当删去；法律要求公开的，请说明依据',
  },
  income: {
    label: '具名的收入情况',
    severity: 'confirm',
    source: privacy,
    message: '写出了姓名和这个人的收入，一般应当删去；法律要求公开的，请说明依据',
  },
  birthDate: {
    label: '姓名和完整的出生日期',
    severity: 'confirm',
    source: privacy,
    message: '写出了姓名和出生的年月日，一般只公开到年月；确需公开的，请说明',
  },
} as const satisfies Record<string, GateRule>
