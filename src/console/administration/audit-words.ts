import { stepNames, steps } from '../../requests/steps.ts'

/** Entries that belong together, by the beginning of their action. */
export const auditGroups = [
  { id: 'signIn', label: '登录' },
  { id: 'password', label: '密码' },
  { id: 'secondFactor', label: '动态验证' },
  { id: 'access', label: '越权' },
  { id: 'request', label: '申请办理' },
  { id: 'file', label: '文件' },
  { id: 'staff', label: '账号与角色' },
  { id: 'column', label: '栏目' },
  { id: 'guide', label: '公开指南' },
  { id: 'coverage', label: '公开覆盖' },
  { id: 'unit', label: '科室' },
  { id: 'office', label: '任职' },
  { id: 'organ', label: '机关信息' },
  { id: 'setting', label: '设置' },
  { id: 'audit', label: '审计日志' },
] as const

const words: Readonly<Record<string, string>> = {
  'access.refused': '越权被拒',
  'audit.read': '查看审计日志',
  'audit.verified': '核验审计日志',
  'column.added': '增设栏目',
  'column.changed': '修改栏目',
  'column.closed': '撤销栏目',
  'column.reopened': '恢复栏目',
  'coverage.declared': '声明本机关无此项',
  'coverage.declarationEnded': '撤销无此项声明',
  'file.opened': '打开文件',
  'file.uploaded': '上传文件',
  'guide.changed': '修改公开指南',
  'office.filled': '登记任职',
  'office.ended': '登记卸任',
  'organ.changed': '修改机关信息',
  'password.changed': '更换密码',
  'password.currentWrong': '更换密码时原密码不对',
  'password.locked': '更换密码被锁定',
  'request.registered': '登记申请',
  'request.submitted': '网上提交申请',
  'request.read': '查看申请',
  'request.exported': '导出登记簿',
  'request.applicantRevealed': '查看申请人完整信息',
  'request.dueMoved': '期限随日历变动',
  'secondFactor.enrolled': '绑定身份验证器',
  'secondFactor.failed': '动态码不对',
  'secondFactor.locked': '动态码多次不对被锁定',
  'setting.changed': '修改设置',
  'signIn.passwordRight': '密码验证通过',
  'signIn.secondFactorRight': '登录',
  'signIn.failed': '登录失败',
  'signIn.locked': '登录被锁定',
  signedOut: '退出登录',
  'staff.added': '建立账号',
  'staff.changed': '修改账号',
  'staff.disabled': '停用账号',
  'staff.enabled': '恢复账号',
  'staff.passwordReset': '重置密码',
  'staff.roles': '分配角色',
  'staff.secondFactorReset': '重置动态验证',
  'staff.unlocked': '解锁账号',
  'system.started': '系统启动',
  'unit.added': '增加科室',
  'unit.changed': '修改科室',
}

/** An entry's action as people call it; a step of a request by the step's own name. */
export function actionWords(action: string): string {
  const step = stepNames.find((name) => action === `request.${name}`)
  return words[action] ?? (step ? steps[step].label : action)
}
