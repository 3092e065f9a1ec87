import { plainDate } from '../../days/plain-date.ts'
import { formerLocalNames, formerOrganNames } from '../../law/former-organ-names.ts'
import type { ListedWord } from './word-finder.ts'

/** Wrong and right, by 现代汉语词典 and 第一批异形词整理表; nothing about which there could be two opinions. */
const typos = [
  '帐号 账号|帐户 账户|帐目 账目|帐款 账款|既使 即使|即然 既然|截止目前 截至目前',
  '截止今年 截至今年|截止去年 截至去年|截止上月 截至上月|截止年底 截至年底|必须品 必需品',
  '布署 部署|粘帖 粘贴|按装 安装|气慨 气概|震憾 震撼|松驰 松弛|渡假 度假|迫不急待 迫不及待',
  '再接再励 再接再厉|一愁莫展 一筹莫展|名符其实 名副其实|不径而走 不胫而走|穿流不息 川流不息',
  '谈笑风声 谈笑风生|走头无路 走投无路|默守成规 墨守成规|发韧 发轫|辐员 幅员|水蒸汽 水蒸气',
  '重迭 重叠|座落 坐落|侯选人 候选人|侯补 候补|急燥 急躁|脉博 脉搏|泻露 泄露|泻密 泄密',
  '沉缅 沉湎|针贬 针砭|修茸 修葺|食不裹腹 食不果腹|美仑美奂 美轮美奂|一诺千斤 一诺千金',
  '坚如盘石 坚如磐石|出奇不意 出其不意|变本加利 变本加厉|甘败下风 甘拜下风|三翻五次 三番五次',
  '人才倍出 人才辈出|英雄倍出 英雄辈出|老俩口 老两口|贯彻落时 贯彻落实|行政诉论 行政诉讼',
  '行证处罚 行政处罚|行政处法 行政处罚|行政服议 行政复议|行政复义 行政复议|规犯性文件 规范性文件',
  '政府信息工开 政府信息公开|信息公天 信息公开|中华人民共合国 中华人民共和国',
  '中华人名共和国 中华人民共和国|人名政府 人民政府|人民政俯 人民政府|国务院办公庁 国务院办公厅',
  '通之如下 通知如下|特此通之 特此通知|特此公靠 特此公告|认真贯切 认真贯彻|遵照执型 遵照执行',
  '负则人 负责人|责任追纠 责任追究|督促捡查 督促检查|监督捡查 监督检查|质量检侧 质量检测',
  '社会保帐 社会保障|医疗保帐 医疗保障|知识产全 知识产权|优化营商环镜 优化营商环境',
  '营商环镜 营商环境|生态环镜 生态环境|环镜保护 环境保护|基础设师 基础设施|基础设旋 基础设施',
  '公共服各 公共服务|统筹按排 统筹安排|工作按排 工作安排|妥善按置 妥善安置|按步就班 按部就班',
  '竣工验受 竣工验收|草菅认命 草菅人命|莫名奇妙 莫名其妙|相题并论 相提并论|鼎立相助 鼎力相助',
  '旁证博引 旁征博引|趋之若骛 趋之若鹜|好高鹜远 好高骛远|心无旁鹜 心无旁骛|如火如茶 如火如荼',
  '直接了当 直截了当|金榜提名 金榜题名|再所不惜 在所不惜|在所不措 在所不惜|责无旁代 责无旁贷',
  '一如继往 一如既往|一如即往 一如既往|继往不咎 既往不咎|既往开来 继往开来',
].join('|')

/** Characters before or behind with which it is right. */
const exceptions: Readonly<Record<string, Pick<ListedWord, 'notBefore' | 'notBehind'>>> = {
  按装: { notBefore: '机箱配修卸载' },
}

const wrong = typos.split('|').flatMap((pair): ListedWord[] => {
  const [word = '', suggestion = ''] = pair.split(' ')
  return [{ word, suggestion, kind: 'error', severity: 'hint', since: null, ...exceptions[word] }]
})

/** What every organ looks for before its own lists: plain misspellings and former names of organs, central and local. */
export const builtInWords: readonly ListedWord[] = [
  ...wrong,
  ...[...formerOrganNames, ...formerLocalNames].map(
    ({ name, now, since, notBefore }): ListedWord => ({
      word: name,
      kind: 'name',
      suggestion: now,
      severity: 'hint',
      since: plainDate(since),
      ...(notBefore ? { notBefore } : {}),
    }),
  ),
]
