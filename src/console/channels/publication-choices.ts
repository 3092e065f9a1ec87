import { useQuery } from '@tanstack/react-query'
import { channelKindLabel, publicationsLedger } from '../../channels/ledger.ts'
import { publicationDays, publicationSorts } from '../../channels/wanted.ts'
import { originalities } from '../../disclosure/content.ts'
import { holdsRecords } from '../../platform/columns/column.ts'
import { useColumns } from '../disclosure/edit/use-columns.ts'
import { type ListChoices, ofColumn } from '../lists/filter-bar.tsx'
import { useUnitFilter } from '../lists/use-unit-filter.ts'
import { channels } from './channels-api.ts'

/** The ways of looking at what stood where. */
export const publicationViews = [
  {
    id: 'all',
    label: '全部',
    empty: '还没有发布信息',
    hint: '平台上的发布自动登记；其他渠道的点“导入、粘贴发布信息”。',
  },
  { id: 'standing', label: '正在公开', empty: '没有正在公开的信息', hint: '' },
  { id: 'withdrawn', label: '已撤下', empty: '没有撤下的信息', hint: '' },
  {
    id: 'mustGo',
    label: '应当撤下',
    empty: '没有应当撤下的信息',
    hint: '平台已经撤回或者隐去原文、其他渠道还在公开的，会列在这里。',
  },
  {
    id: 'doubtful',
    label: '原创待核对',
    empty: '没有待核对的原创信息',
    hint: '标为原创而与此前信息大体相同的，会列在这里。',
  },
] as const

/** By what the ledger of channels is narrowed. */
export function usePublicationChoices(): ListChoices {
  const { data } = useQuery({ queryKey: ['channels', 'all'], queryFn: channels.all })
  const { columns } = useColumns()
  const unit = useUnitFilter('栏目的责任科室', '没有责任科室')
  const all = data?.items ?? []
  return {
    exportAt: 'channels/publications/export',
    exportTitle: '导出当前列表的全部页；每次导出都记入审计日志',
    days: publicationDays,
    sorts: publicationSorts,
    filters: [
      {
        id: 'channelId',
        label: '渠道',
        choices: all.map(({ id, kind, name }) => ({ id, label: `${name}（${channelKindLabel(kind)}）` })),
      },
      {
        id: 'columnId',
        label: '栏目',
        choices: [
          { id: 'none', label: '未关联平台信息' },
          ...columns.filter(({ kind }) => holdsRecords(kind)).map(({ id, name }) => ({ id, label: name })),
        ],
      },
      ofColumn(publicationsLedger.columns, 'kind'),
      { id: 'originality', label: '原创或转载', choices: originalities },
      unit,
    ],
  }
}
