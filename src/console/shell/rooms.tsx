import {
  ApartmentOutlined,
  AuditOutlined,
  BookOutlined,
  CalendarOutlined,
  ClockCircleOutlined,
  ClusterOutlined,
  DashboardOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  InboxOutlined,
  MessageOutlined,
  NotificationOutlined,
  SettingOutlined,
  ShareAltOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { businessRoles, type Role } from '../../organs/role.ts'
import { platformEditors } from '../../platform/columns/column.ts'

export interface Place {
  readonly path: string
  readonly label: string
  readonly roles: readonly Role[]
}

export interface Room {
  readonly label: string
  readonly icon: ReactNode
  readonly places: readonly Place[]
}

const platformReaders: readonly Role[] = [...new Set([...businessRoles, ...platformEditors])]

/** The rooms of the house, as the navigation shows them; who may enter which. */
export const rooms: readonly Room[] = [
  {
    label: '工作台',
    icon: <InboxOutlined aria-hidden />,
    places: [{ path: '/', label: '工作台', roles: businessRoles }],
  },
  {
    label: '依申请公开',
    icon: <FileTextOutlined aria-hidden />,
    places: [
      { path: '/requests', label: '全部申请', roles: businessRoles },
      { path: '/requests/new', label: '登记申请', roles: ['clerk'] },
      { path: '/request-due-days', label: '期限日历', roles: businessRoles },
      { path: '/request-statistics', label: '申请统计', roles: businessRoles },
      { path: '/processing-fees', label: '信息处理费', roles: businessRoles },
    ],
  },
  {
    label: '公众意见',
    icon: <MessageOutlined aria-hidden />,
    places: [{ path: '/feedback', label: '公众意见', roles: businessRoles }],
  },
  {
    label: '主动公开',
    icon: <NotificationOutlined aria-hidden />,
    places: [{ path: '/records', label: '主动公开', roles: businessRoles }],
  },
  {
    label: '栏目与目录',
    icon: <ClusterOutlined aria-hidden />,
    places: [
      { path: '/columns', label: '栏目', roles: platformReaders },
      { path: '/coverage', label: '公开覆盖', roles: platformReaders },
      { path: '/catalogue', label: '公开事项目录', roles: platformReaders },
      { path: '/guide', label: '公开指南', roles: platformEditors },
      { path: '/word-lists', label: '错敏词表', roles: platformEditors },
      { path: '/review-plan', label: '审核设置', roles: ['systemAdmin'] },
    ],
  },
  {
    label: '台账',
    icon: <BookOutlined aria-hidden />,
    places: [
      { path: '/ledgers/documents', label: '规章和规范性文件', roles: businessRoles },
      { path: '/ledgers/decisions', label: '许可、处罚、强制', roles: businessRoles },
      { path: '/ledgers/fees', label: '行政事业性收费', roles: businessRoles },
      { path: '/ledgers/remedies', label: '复议诉讼', roles: businessRoles },
      { path: '/ledgers/corrections', label: '台账更正', roles: businessRoles },
      { path: '/ledgers/years', label: '年度台账情况', roles: businessRoles },
      { path: '/ledgers/imports', label: '台账导入', roles: businessRoles },
    ],
  },
  {
    label: '年度报告',
    icon: <FileDoneOutlined aria-hidden />,
    places: [
      { path: '/annual-reports', label: '年度报告', roles: businessRoles },
      { path: '/filings', label: '下级报送', roles: businessRoles },
    ],
  },
  {
    label: '渠道',
    icon: <ShareAltOutlined aria-hidden />,
    places: [
      { path: '/channels', label: '发布渠道', roles: businessRoles },
      { path: '/channels/originality', label: '原创与转载', roles: businessRoles },
    ],
  },
  {
    label: '时效',
    icon: <ClockCircleOutlined aria-hidden />,
    places: [{ path: '/timeliness', label: '时效', roles: businessRoles }],
  },
  {
    label: '组织与权限',
    icon: <ApartmentOutlined aria-hidden />,
    places: [
      { path: '/organ', label: '机关信息', roles: ['systemAdmin'] },
      { path: '/units', label: '内设科室', roles: ['systemAdmin'] },
      { path: '/staff', label: '人员与角色', roles: ['systemAdmin', 'securityAdmin'] },
      { path: '/stand-ins', label: '审核代理', roles: [...businessRoles, 'securityAdmin'] },
      { path: '/first-steps', label: '启用清单', roles: ['systemAdmin', 'securityAdmin'] },
      { path: '/offices', label: '领导小组与专人', roles: ['systemAdmin'] },
    ],
  },
  {
    label: '日历',
    icon: <CalendarOutlined aria-hidden />,
    places: [{ path: '/calendar', label: '日历', roles: ['systemAdmin'] }],
  },
  {
    label: '运行状况',
    icon: <DashboardOutlined aria-hidden />,
    places: [{ path: '/operations', label: '运行状况', roles: ['systemAdmin'] }],
  },
  {
    label: '设置',
    icon: <SettingOutlined aria-hidden />,
    places: [{ path: '/settings', label: '设置', roles: ['systemAdmin'] }],
  },
  {
    label: '审计',
    icon: <AuditOutlined aria-hidden />,
    places: [{ path: '/audit', label: '审计', roles: ['auditAdmin'] }],
  },
]

/** The rooms that somebody with these roles may enter, without the shut places. */
export const roomsFor = (roles: readonly Role[]): Room[] =>
  rooms
    .map((room) => ({
      ...room,
      places: room.places.filter((place) => place.roles.some((role) => roles.includes(role))),
    }))
    .filter(({ places }) => places.length > 0)

/** Where somebody with these roles begins. */
export const firstPlace = (roles: readonly Role[]): string => roomsFor(roles)[0]?.places[0]?.path ?? '/'
