import { addDays } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Organ } from '../../organs/organ.ts'
import { addItem } from '../../platform/catalogue/actions.ts'
import type { CatalogueForm } from '../../platform/catalogue/item.ts'
import { changeColumn, showColumns } from '../../platform/columns/actions.ts'
import type { ColumnView } from '../../platform/columns/column.ts'
import { changeGuide } from '../../platform/guide/actions.ts'
import { emptyGuide } from '../../platform/guide/guide.ts'
import { declareAbsence } from '../../supervision/coverage/actions.ts'
import type { Ago } from './cases.ts'
import type { DemoOffice } from './office.ts'

/** Of the invented city only: nothing is made up about how a real bureau is reached and what it discloses. */
const arranged = 'shili-zjj'

const ogi = '《中华人民共和国政府信息公开条例》第二十条'

/** First and second item, content, ground, column, item of art. 20. */
const catalogue = [
  ['政策文件', '行政规范性文件', '文件名称、文号、成文日期、施行日期、正文、有效性', `${ogi}第一项`, 'xzgfxwj', 1],
  ['政策文件', '政策解读', '政策文件的背景依据、目标任务、主要内容、执行标准', '国办发〔2016〕80号', 'zcjd', 15],
  ['机关概况', '机关职能和联系方式', '职能、办公地址、办公时间、联系方式', `${ogi}第二项`, 'jgzn', 2],
  ['机关概况', '领导信息', '姓名、职务、分工', `${ogi}第二项`, 'jgld', 2],
  ['行政许可', '建筑工程施工许可', '依据、条件、程序、办理结果', '《中华人民共和国行政许可法》第四十条', 'xzxk', 5],
  ['行政处罚', '有一定社会影响的处罚决定', '决定书文号、违法事实、处罚内容', `${ogi}第六项`, 'xzcf', 6],
  ['财政信息', '部门预算、决算', '收支总体情况、“三公”经费、政府采购', '《中华人民共和国预算法》第十四条', 'czyjs', 7],
] as const

/** Gives columns their keepers, files the guide and the catalogue, and declares what the organ does not have. */
export async function tellPlatform(tx: Tx, organ: Organ, office: DemoOffice, ago: Ago): Promise<void> {
  if (organ.slug !== arranged) return
  const today = ago(0)
  const head = office.actor('ogiHead', today)
  for (const column of await showColumns(tx, head))
    if (column.updateDays !== null) await changeColumn(tx, head, column.id, keptBy(column, office.unitId))
  await changeGuide(tx, head, {
    ...emptyGuide,
    officeHours: '周一至周五9:00—12:00，13:30—17:00（法定节假日除外）',
    fax: '0000-1234568',
    acceptsFax: true,
    competentDepartment: '示例市人民政府办公室',
    competentPhone: '0000-1234500',
    readingPlaces: [
      { name: '示例市图书馆', address: '示例市文化路2号', hours: '周二至周日9:00—20:00', phone: '0000-1234600' },
      { name: '示例市政务服务中心', address: '示例市人民路8号一楼', hours: '工作日9:00—17:00', phone: '' },
    ],
  })
  for (const [firstItem, secondItem, content, basis, columnId, art20Item] of catalogue) {
    const item: CatalogueForm = {
      firstItem,
      secondItem,
      content,
      basis,
      columnId,
      art20Item,
      responsibleOrgan: organ.name,
      position: null,
      timeLimit: '自信息形成或者变更之日起20个工作日内',
      channels: '政府网站',
      audience: 'everybody',
      way: 'proactive',
      level: 'city',
    }
    await addItem(tx, head, item)
  }
  const reason = '本机关不组织公务员招考，由市公务员主管部门统一公布'
  await declareAbsence(tx, head, { item: 14, matter: null, reason, reviewOn: addDays(today, 300) })
}

const keptBy = (column: ColumnView, unitId: string) => {
  const { name, scope, content, form, updateDays, position } = column
  const items = { art20Items: [...column.art20Items], art21Matters: [...column.art21Matters] }
  return { name, scope, content, form, updateDays, position, unitId, ...items }
}
