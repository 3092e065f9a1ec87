import { expect, test } from 'vitest'
import { documentRows } from '../documents/row-ledger.ts'
import { toldOfDocuments } from '../documents/told.ts'
import { foldHistory, type Happened } from './history.ts'

const kept = { ledger: documentRows, told: toldOfDocuments }
const nothing: Happened = { acts: [], ofRecords: [], imports: [], corrections: [] }
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute))
const act = (minute: number, action: string, detail: unknown, facts = {}) => ({
  subject: 'a',
  at: at(minute),
  action,
  detail,
  name: '王秀兰',
  actorKind: 'staff',
  ...facts,
})
const told = (happened: Partial<Happened>) =>
  foldHistory(kept, { ...nothing, ...happened }).map(({ title, words, who }) => [title, words, who])

test('an entry of an earlier version that kept less is told by its title; one that no room tells is not told', () => {
  const acts = [act(1, 'document.repealed', { repealedOn: '2024-05-01' }), act(2, 'document.read', {})]
  expect(told({ acts })).toEqual([['登记废止', '', '王秀兰']])
})

test('each publication is called by what its edition did; of another record the numbers begin anew', () => {
  const ofRecords = [
    act(1, 'record.begun', { edition: 1, act: 'publish' }),
    act(2, 'record.publishUrgently', { edition: 1 }),
    act(3, 'record.begun', { edition: 2, act: 'withdraw' }),
    act(4, 'record.publish', { edition: 2 }, { name: '', actorKind: 'system' }),
    act(5, 'record.begun', { edition: 1, act: 'publish' }, { subject: 'b' }),
    act(6, 'record.publish', { edition: 1 }, { subject: 'b' }),
  ]
  expect(told({ ofRecords })).toEqual([
    ['平台发布', '第1版', '王秀兰'],
    ['平台撤回', '第2版', '系统'],
    ['平台发布', '第1版', '王秀兰'],
  ])
})

test('an import stands in its place among the acts, and so does that it was taken back', () => {
  const imported = { fileName: '台账.xlsx', importedAt: at(1), importedName: '运维人员', isNew: false }
  const undone = { undoneAt: at(3), undoneBy: '李慧', undoReason: '导错了文件' }
  const acts = [act(2, 'document.amended', { amendedOn: '2022-06-01', amendedBy: '示统规〔2022〕3号' })]
  expect(told({ acts, imports: [{ ...imported, ...undone }] })).toEqual([
    ['由文件导入，内容有变', '台账.xlsx', '运维人员'],
    ['登记文件修改', '2022年6月1日由示统规〔2022〕3号修改', '王秀兰'],
    ['撤销导入', '台账.xlsx；理由：导错了文件', '李慧'],
  ])
})
