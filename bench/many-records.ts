import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { addDays, officeTime, type PlainDate } from '../src/days/plain-date.ts'
import { publishedSeal } from '../src/db/row-seals.ts'
import type { Content } from '../src/disclosure/content.ts'
import { contentHash } from '../src/disclosure/content-hash.ts'
import { findableRecord } from '../src/disclosure/findable.ts'
import { type RecordTypeId, recordTypes } from '../src/disclosure/record-type.ts'
import { aContent, aText } from '../src/disclosure/testing/a-record.ts'
import { standardColumns } from '../src/law/platform-columns.ts'
import type { Organ } from '../src/organs/organ.ts'
import { madeBy } from '../src/search/store.ts'

const places = [
  '东湖片区',
  '西关街道',
  '南苑新区',
  '北山镇',
  '河东街道',
  '柳溪镇',
  '临港产业园',
  '清泉镇',
  '老城区',
  '科创园区',
]
const subjects = [
  '统计执法检查',
  '住户调查',
  '环境影响评价',
  '财政预算执行',
  '老旧小区改造',
  '义务教育招生',
  '最低生活保障',
  '工程建设招标',
  '行政处罚裁量',
  '国土空间规划',
  '食品安全抽检',
  '防汛抗旱',
  '公务员招录',
  '政府采购',
  '营商环境',
  '医疗保障',
]
const deeds = ['工作方案', '实施意见', '管理办法', '情况通报', '结果公示', '年度计划', '若干措施', '目录清单']
const verbs = ['开展', '加强', '规范', '推进', '做好', '完善', '落实', '优化']
const sentences = [
  '各有关单位应当按照职责分工，加强组织领导，确保各项任务落到实处',
  '为进一步规范管理，保障公民、法人和其他组织的合法权益，根据有关法律法规，结合本市实际，制定本文件',
  '主管部门应当在二十个工作日内完成审核，并将结果向社会公开',
  '对违反规定的，依法追究直接负责的主管人员和其他直接责任人员的责任',
  '所需资金由同级财政统筹安排，专款专用，接受审计监督',
  '通过政府网站、政务新媒体和办事大厅公布办理流程、所需材料和咨询电话',
  '鼓励社会力量参与，建立政府主导、部门协同、群众监督的工作机制',
  '定期开展检查评估，及时总结经验，研究解决存在的问题',
]

const chunkSize = 1_000
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** An invented record, much like its neighbours. */
export function contentOf(number: number, organ: Organ, on: PlainDate): Content {
  const type = pick(recordTypes, number * 7)
  const subject = pick(subjects, number * 3 + Math.trunc(number / 11))
  const place = pick(places, number)
  const isDocument = type.id === 'normativeDocument' || type.id === 'policyDocument'
  const body = Array.from(
    { length: 4 + (number % 9) },
    (_, index) => `${pick(sentences, number + index * 3)}，${place}${subject}涉及第${number * 13 + index}号事项。`,
  )
  return aContent({
    type: type.id as RecordTypeId,
    columnId: type.columnId,
    title: `关于${pick(verbs, number * 5)}${place}${subject}${pick(deeds, number * 11)}的${pick(['通知', '公告', '通报'], number)}（第${number}号）`,
    documentNumber: isDocument ? `${organ.letterCode}发〔${on.slice(0, 4)}〕${number}号` : '',
    issuingOrgan: organ.name,
    madeOn: addDays(on, -5),
    effectiveFrom: isDocument ? addDays(on, 30) : null,
    validUntil: isDocument && number % 5 === 0 ? addDays(on, 400) : null,
    summary: '',
    keywords: [subject, place],
    text: aText(...body),
  })
}

/** Published records as publishing them one by one would leave them, without their way there: triggers and keys are not asked. */
export async function addManyRecords(ownerUrl: string, organ: Organ, count: number, today: PlainDate): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('set session_replication_role = replica')
  const put = (table: string, rows: readonly object[]) =>
    client.query(
      `insert into ${table} (${Object.keys(rows[0] ?? {}).join()})
       select ${Object.keys(rows[0] ?? {}).join()} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    )
  await put(
    'platform_columns',
    standardColumns.map(({ id, parent, name, kind, scope, content, form, updateDays, art20Items }, index) => ({
      organ_id: organ.id,
      id,
      parent_id: parent,
      position: index,
      name,
      kind,
      scope,
      content,
      form,
      update_days: updateDays,
      art20_items: art20Items,
      art21_matters: [],
      opened_on: today,
    })),
  )
  const { rows } = await client.query<{ place: string | null }>('select max(place) as place from published_search')
  const before = Number(rows[0]?.place ?? 0)
  for (let from = 1; from <= count; from += chunkSize) {
    const made = Array.from({ length: Math.min(chunkSize, count - from + 1) }, (_, index) => {
      const number = from + index
      const on = addDays(today, -Math.trunc(((count - number) / count) * 3_000))
      const content = contentOf(number, organ, on)
      const publicNumber = `${on.slice(0, 4)}-${String(number).padStart(6, '0')}`
      const recordId = randomUUID()
      const key = { organ_id: organ.id, record_id: recordId }
      const hash = contentHash(content)
      const seal = publishedSeal({ organId: organ.id, recordId, number: publicNumber, edition: 1, hash })
      const dates = { effective_from: content.effectiveFrom, valid_until: content.validUntil, repealed_on: null }
      const indexNumber = `${organ.slug}/${publicNumber}`
      const { tokens, numberKey, titleKey, bodyKey, body } = findableRecord({
        organId: organ.id,
        content,
        repealedOn: null,
        number: publicNumber,
        indexNumber,
        files: [],
        publishedOn: on,
      })
      const place = before + number
      return {
        record: {
          ...key,
          ...dates,
          edition: 1,
          number: publicNumber,
          index_number: indexNumber,
          hash,
          seal: `\\x${seal.toString('hex')}`,
          type: content.type,
          column_id: content.columnId,
          title: content.title,
          content,
          made_on: content.madeOn,
          document_number: content.documentNumber,
          first_published_at: officeTime(on, '00:00'),
          changed_at: officeTime(on, '00:00'),
        },
        search: {
          organ_id: organ.id,
          kind: 'record',
          subject_id: recordId,
          part: 0,
          title: '',
          document_number: '',
          type: content.type,
          column_id: content.columnId,
          day: on,
          made_by: madeBy,
          ...dates,
          place,
          number_key: numberKey,
          title_key: titleKey,
          body_key: bodyKey,
          body,
          tokens: [...tokens, `#${Math.trunc(place / 1_024)}`, `##${Math.trunc(place / 16_384)}`],
        },
      }
    })
    await put(
      'published_records',
      made.map(({ record }) => record),
    )
    await put(
      'published_search',
      made.map(({ search }) => search),
    )
  }
  await client.query('select setval($1, (select max(place) from published_search))', ['published_order'])
  await client.end()
}
