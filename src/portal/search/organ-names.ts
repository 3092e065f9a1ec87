import { foldLine } from '../../search/fold.ts'

/**
 * Usual contractions of what kinds of organs are called after the reform of 2018 (as of 2026). Names that keep their words, such as
 * 公安局 and 财政局, need none.
 */
const contractions: readonly (readonly [kind: string, ...short: string[]])[] = [
  ['人民政府办公室', '政府办', '府办'],
  ['人民政府', '政府'],
  ['发展和改革委员会', '发改委'],
  ['发展和改革局', '发改局'],
  ['工业和信息化局', '工信局'],
  ['人力资源和社会保障局', '人社局'],
  ['自然资源和规划局', '自规局', '资规局', '自然资源局'],
  ['自然资源局', '资源局'],
  ['生态环境局', '环境局', '环保局'],
  ['住房和城乡建设局', '住建局'],
  ['交通运输局', '交通局'],
  ['农业农村局', '农业局'],
  ['文化广电和旅游局', '文广旅局', '文旅局'],
  ['文化体育广电和旅游局', '文体广旅局', '文旅局'],
  ['文化和旅游局', '文旅局'],
  ['卫生健康委员会', '卫健委', '卫生健康委'],
  ['卫生健康局', '卫健局'],
  ['退役军人事务局', '退役军人局'],
  ['应急管理局', '应急局'],
  ['市场监督管理局', '市监局', '市场监管局'],
  ['医疗保障局', '医保局'],
  ['国有资产监督管理委员会', '国资委'],
  ['城市管理综合行政执法局', '城管局', '综合执法局'],
  ['综合行政执法局', '综合执法局'],
  ['城市管理局', '城管局'],
  ['教育体育局', '教体局'],
  ['民族宗教事务局', '民宗局'],
  ['行政审批服务局', '审批局', '行政审批局'],
  ['政务服务和数据管理局', '政数局', '政务服务局'],
  ['政务服务数据管理局', '政数局', '政务服务局'],
  ['营商环境建设监督局', '营商局', '营商环境局'],
  ['金融工作办公室', '金融办'],
  ['机关事务管理局', '机关事务局'],
  ['住房公积金管理中心', '公积金中心', '公积金'],
  ['街道办事处', '街道办', '街道'],
]

/** 示例市, 示例自治县: what stands before what an organ is. */
const region = /^.+?(?:自治[区州县旗]|[省市州盟县区旗])(?=.{2})/u
const level = /[省市州盟县区旗]$/u

/** Everything by which people call an organ of this name, folded: whole, without its place, with its level only, contracted. */
export function namesOf(name: string): string[] {
  const found = new Set<string>()
  let [rest, before] = [name, '']
  // 示例市示例区公安局 has two places before it.
  for (let places = 0; places < 3; places += 1) {
    for (const form of [rest, ...contracted(rest)]) {
      found.add(form)
      if (before) found.add(`${level.exec(before)?.[0] ?? ''}${form}`)
    }
    const place = region.exec(rest)?.[0]
    if (!place) break
    before = place
    rest = rest.slice(place.length)
  }
  return [...found].map(foldLine)
}

/** What an organ does, without its place: 公安局 of 示例市公安局. */
export const bareName = (name: string): string => {
  const place = region.exec(name)?.[0]
  return place ? bareName(name.slice(place.length)) : name
}

const contracted = (name: string): string[] => [
  name.replaceAll('和', ''),
  ...contractions.flatMap(([kind, ...short]) =>
    name.endsWith(kind) ? short.map((each) => `${name.slice(0, -kind.length)}${each}`) : [],
  ),
]
