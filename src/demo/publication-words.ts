/** An organ's own news and notices, about a field of its work. */
export const notices: readonly ((topic: string, organ: string) => string)[] = [
  (topic, organ) => `${organ}召开${topic}工作推进会`,
  (topic, organ) => `${organ}部署${topic}工作`,
  (topic, organ) => `${organ}开展${topic}专项检查`,
  (topic, organ) => `${organ}关于做好${topic}工作的通知`,
  (topic, organ) => `${organ}举办${topic}业务培训班`,
  (topic, organ) => `${organ}公布${topic}办事指南`,
  (topic, organ) => `${organ}${topic}工作情况通报`,
  (topic, organ) => `${organ}${topic}季度工作进展`,
  (topic, organ) => `关于公开征求${topic}工作意见建议的公告（${organ}）`,
  (topic) => `我市${topic}工作取得新进展`,
  (topic) => `${topic}服务进社区、进企业`,
  (topic) => `${topic}事项实现“一网通办”`,
  (topic) => `${topic}工作提示`,
  (topic) => `${topic}结果公示`,
  (topic) => `${topic}便民措施发布`,
  (topic) => `基层一线看变化：${topic}`,
]

export const reposts: readonly ((topic: string) => string)[] = [
  (topic) => `转载：一组数据看${topic}`,
  (topic) => `转载：${topic}有新要求`,
  (topic) => `转载：各地${topic}经验做法`,
  (topic) => `转载：${topic}知识问答`,
]

export const interpretations: readonly ((topic: string) => string)[] = [
  (topic) => `一图读懂：${topic}政策要点`,
  (topic) => `政策解读：${topic}有哪些新变化`,
  (topic) => `政策问答：${topic}常见问题`,
  (topic) => `负责人解读：${topic}怎么办、找谁办`,
]

export const responses: readonly ((topic: string) => string)[] = [
  (topic) => `回应关切：关于${topic}的情况说明`,
  (topic) => `您问我答：${topic}热点问题回应`,
  (topic) => `关于市民反映${topic}问题的办理情况`,
]
