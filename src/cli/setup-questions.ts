import { SetUp } from '../organs/setup.ts'
import type { Question } from './ask.ts'

const kinds: Record<string, string> = { 政府: 'government', 部门: 'department', 乡镇街道: 'township' }
const levels: Record<string, string> = { 国家: 'national', 省: 'province', 市: 'city', 县: 'county', 乡: 'township' }

type Field = Exclude<keyof SetUp, 'canMakeRules'>

/** What is asked, in order; an answer may shape what is proposed for the next. */
export function setupQuestions({ name = '', ogiWorkBody = '' }: Record<string, string>): (Question & { id: Field })[] {
  const ask = (id: Field, text: string, preset?: string) => ({
    id,
    text,
    preset,
    problem: (answer: string) => problemOf(id, answer),
  })
  const unit = ogiWorkBody.startsWith(name) ? ogiWorkBody.slice(name.length) : ogiWorkBody
  return [
    ask('slug', '网址中的代号，如 shili-tjj'),
    ask('name', '机关全称，如 示例市统计局'),
    ask('kind', `种类：${Object.keys(kinds).join('、')}`, '部门'),
    ask('level', `层级：${Object.keys(levels).join('、')}`, '市'),
    ask('parent', '上级机关在本系统的代号，没有的留空'),
    ask('creditCode', '统一社会信用代码，暂时没有的留空'),
    ask('letterCode', '机关代字，用于文书编号，如 示统'),
    ask('ogiWorkBody', '政府信息公开工作机构（对外公布的名称）', name ? `${name}办公室` : undefined),
    ask('unit', '承担这项工作的科室', unit || undefined),
    ask('address', '办公地址，可留空'),
    ask('postcode', '邮政编码，可留空'),
    ask('phone', '联系电话，可留空'),
    ask('email', '电子邮箱，可留空'),
    ask('siteCode', '政府网站标识码，可留空'),
    ask('systemAdmin', '系统管理员（登录名:姓名，如 zhangsan:张三）'),
    ask('securityAdmin', '安全管理员（登录名:姓名）'),
    ask('auditAdmin', '审计管理员（登录名:姓名）'),
  ]
}

/** The answers in the form of `SetUp`, not yet checked; what may be left empty is. */
export function readSetUp(answers: Record<string, string>, canMakeRules: boolean): Record<string, unknown> {
  const entries = setupQuestions(answers).map(({ id }) => [id, readAnswer(id, answers[id] ?? '')])
  return { ...Object.fromEntries(entries), canMakeRules }
}

function problemOf(id: Field, answer: string): string | undefined {
  const read = SetUp.shape[id].safeParse(readAnswer(id, answer))
  return read.success ? undefined : read.error.issues[0]?.message
}

function readAnswer(id: Field, answer: string): unknown {
  if (id === 'kind') return kinds[answer] ?? answer
  if (id === 'level') return levels[answer] ?? answer
  if (id !== 'systemAdmin' && id !== 'securityAdmin' && id !== 'auditAdmin') return answer
  const [, login = '', name = ''] = /^([^:：]*)[:：]?(.*)$/s.exec(answer) ?? []
  return { login, name }
}
