import { type RowLedger, rowKeepers } from '../ledgers/rows/row-ledger.ts'
import { channelsLedger, publicationsLedger } from './ledger.ts'

export const channelRows: RowLedger = {
  label: '发布渠道',
  rowLabel: '公开渠道',
  columns: channelsLedger.columns,
  rules: channelsLedger.rules,
  name: 'name',
  // The text of a report names the channels and how much stood on each.
  counted: ['kind', 'name'],
  countsIn: 'anyYear',
  later: [],
  fixed: [],
  place: '/channels',
  proposers: rowKeepers,
}

export const publicationRows: RowLedger = {
  label: '发布信息',
  rowLabel: '信息公开渠道发布',
  columns: publicationsLedger.columns,
  rules: publicationsLedger.rules,
  name: 'title',
  // What is linked to no record is one item by its title.
  counted: ['title', 'channelKind', 'channelName', 'publishedOn', 'kind', 'originality'],
  countsIn: 'itsDays',
  later: [],
  fixed: [],
  place: '/channels',
  proposers: rowKeepers,
}
