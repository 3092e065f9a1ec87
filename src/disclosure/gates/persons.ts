const surname =
  '(?:欧阳|上官|司马|诸葛|司徒|皇甫|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏瞿桂全佟臧闵苟卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖佘查麻苑迟邝官封匡鞠荆乐冀郁胥储栗燕楚])'
/** 张某 and 王某某 are nobody who could be told. */
const given = '(?!某)[\\p{Script=Han}·](?:(?!某)[\\p{Script=Han}·])?'
/** A family name and one or two characters. */
export const personName = `${surname}${given}`

const edge = '(?<=^|[\\s,。;:、(])'
const lead =
  '(?:居民|村民|市民|患者|病人|户主|家长|申请人|当事人|被申请人|被处罚人|救助对象|救助人员|低保户|低保对象|低保人员|特困人员|残疾人|学生|职工|员工|学员|贫困户|脱贫户|监测户|老人|姓名)[:： ]?'
const behind =
  '(?=[\\s,。;:、(]|患|因|家|系|名下|月|年|身|确诊|人均|(?:肢体|视力|听力|言语|智力|精神|多重)?残疾(?!人)|$)'
/** What is said of somebody at once behind the name: sex, age, nationality, birth. */
const fact =
  '(?:[男女](?=[,、)。; ])|(?:现年|年龄)?:? ?\\d{1,3}周?岁|\\p{Script=Han}{1,5}族(?=[,、)。; ])|(?:19|20)\\d{2}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:出生|生(?![效产活日])))'
const named = new RegExp(`${lead}${personName}${behind}|${edge}${personName}(?=[(,、 ]{1,2}${fact})`, 'gu')
const wholeName = new RegExp(`^${personName}$`, 'u')

/** Where a sentence names somebody: behind a word for a person, or before sex, age, nationality or birth. `plain` as `plainOf` gives it. */
export const personsNamedIn = (plain: string): { words: string; at: number }[] =>
  [...plain.matchAll(named)].map(({ 0: words, index }) => ({ words, at: index }))

/** Whether a cell of a table holds a name and nothing else. */
export const isPersonName = (cell: string): boolean => wholeName.test(cell.trim())

/** 居民张三 as 居民张**. */
export const withoutGivenName = (words: string): string =>
  words.replace(new RegExp(`(${surname})${given}$`, 'u'), '$1**')
