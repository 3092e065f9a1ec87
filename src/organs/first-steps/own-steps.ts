import type { Organ } from '../organ.ts'
import { administrations, roleLabel } from '../role.ts'
import { chosen } from '../settings/chosen.ts'
import { competentCourt, onlineReconsideration, reconsiderationOrgan } from '../settings/remedy-settings.ts'
import type { Setting } from '../settings/setting.ts'
import { missingOfSite } from '../site-facts.ts'
import type { StaffMember } from '../staff/staff.ts'
import * as staff from '../staff/store.ts'
import * as units from '../units/store.ts'
import type { FirstStep } from './first-step.ts'

const unitStep: FirstStep = {
  id: 'units',
  title: '内设科室',
  why: '收到的申请交办到科室，栏目也由科室负责；没有科室，申请和栏目都没有去处。',
  path: '/units',
  by: 'systemAdmin',
  missing: async (tx, { organ }) => {
    const open = (await units.list(tx, organ.id)).filter(({ closedOn }) => closedOn === null)
    if (!open.some(({ isOgiWorkBody }) => isOgiWorkBody)) return ['没有指定哪个科室是政府信息公开工作机构']
    return open.length > 1 ? [] : ['除政府信息公开工作机构以外，还没有其他科室']
  },
}

const personStep: FirstStep = {
  id: 'people',
  title: '工作人员',
  why: '三名管理员不办理业务。登记、承办、审批要由业务人员办理，每人一个账户，归在自己的科室。',
  path: '/staff',
  by: 'systemAdmin',
  missing: async (tx, { organ }) => {
    const people = businessPeople(await staff.list(tx, organ.id))
    if (people.length === 0) return ['除管理员以外，还没有人员']
    const empty = (await units.list(tx, organ.id)).filter(
      ({ id, closedOn }) => closedOn === null && !people.some(({ unitId }) => unitId === id),
    )
    return [
      ...empty.map(({ name }) => `${name}还没有人员`),
      // Whoever heads the organ belongs to none of its units.
      ...people
        .filter(({ unitId, roles }) => unitId === null && !roles.includes('leader'))
        .map(({ name }) => `${name}不在任何科室`),
    ]
  },
}

const roleStep: FirstStep = {
  id: 'roles',
  title: '角色',
  why: '没有角色的人登录后什么也办不了；没有经办人就没有人登记和承办申请，没有工作机构负责人就不能延长答复期限。',
  path: '/staff',
  by: 'securityAdmin',
  missing: async (tx, { organ }) => {
    const people = businessPeople(await staff.list(tx, organ.id))
    const unheld = (['clerk', 'ogiHead'] as const).filter((role) => !people.some(({ roles }) => roles.includes(role)))
    return [
      ...unheld.map((role) => `还没有人是${roleLabel(role)}`),
      ...people.filter(({ roles }) => roles.length === 0).map(({ name }) => `${name}还没有角色`),
    ]
  },
}

const businessPeople = (all: readonly StaffMember[]) =>
  all.filter(({ isDisabled, roles }) => !isDisabled && !roles.some((role) => administrations.includes(role)))

const remedyStep = (setting: Setting<string | null>, title: string, why: string): FirstStep => ({
  id: setting.id,
  title,
  why,
  path: '/settings',
  by: 'systemAdmin',
  missing: async (tx, { organ }) => ((await chosen(tx, organ.id, setting)) === null ? ['还没有填写'] : []),
})

const facts: readonly (readonly [keyof Organ, string])[] = [
  ['letterCode', '机关代字'],
  ['phone', '联系电话'],
  ['address', '办公地址'],
  ['postcode', '邮政编码'],
  ['creditCode', '统一社会信用代码'],
]

const factStep: FirstStep = {
  id: 'facts',
  title: '机关信息',
  why: '印在公开指南、文书和回执上。没有机关代字，文书编号用机关全称；没有电话和地址，申请人不知道向哪里寄送、咨询。',
  path: '/organ',
  by: 'systemAdmin',
  missing: async (_, { organ }) => facts.flatMap(([key, name]) => (organ[key] === '' ? [`没有${name}`] : [])),
}

const told = new Set(facts.map(([, name]) => name))

const siteStep: FirstStep = {
  id: 'site',
  title: '网站标识和备案号',
  why: '政府网站发展指引要求在每页底部标明；没有填的，页面底部不显示。',
  path: '/organ',
  by: 'systemAdmin',
  canWait: true,
  missing: async (_, { organ }) =>
    organ.parentId === null ? missingOfSite(organ).flatMap((name) => (told.has(name) ? [] : [`没有${name}`])) : [],
}

const mailStep: FirstStep = {
  id: 'mail',
  title: '邮件服务器',
  why: '没有邮件服务器，到期提醒和轮到谁办理的通知只在工作台显示，邮件在本系统里等候，不会发出。由运维人员在服务器上设置。',
  path: '/operations',
  by: 'systemAdmin',
  canWait: true,
  missing: async (_, { sendsMail }) => (sendsMail ? [] : ['还没有设置邮件服务器']),
}

/** Who works here. */
export const peopleSteps: readonly FirstStep[] = [unitStep, personStep, roleStep]

/** What is printed on letters and pages. */
export const printedSteps: readonly FirstStep[] = [
  remedyStep(
    reconsiderationOrgan,
    '复议机关',
    '答复书要告知向哪个机关申请行政复议；没有填写的，答复书等告知救济途径的文书不能送审和发出。',
  ),
  remedyStep(competentCourt, '管辖法院', '答复书要告知向哪个人民法院提起诉讼；没有填写的，这些文书不能送审和发出。'),
  remedyStep(
    onlineReconsideration,
    '网上申请复议的渠道',
    '答复以互联网渠道送达的，应当同时提供网上申请复议的渠道（复议法第二十二条）；没有填写的，申请人选择网上或者电子邮件答复的，答复书不能送审和发出。',
  ),
  factStep,
]

/** What others outside the organ have to give first. */
export const laterSteps: readonly FirstStep[] = [siteStep, mailStep]
