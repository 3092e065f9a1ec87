import type { LawEdition } from './law-edition.ts'

/**
 * What else the code cites: fees, service, publication clocks, holidays. The statements are our own wording.
 * A report form counts from the first day of the first year reported on it, not from its issue.
 */
export const otherLaws = [
  {
    law: '信息处理费办法',
    name: '政府信息公开信息处理费管理办法',
    number: '国办函〔2020〕109号',
    from: '2021-01-01',
    to: null,
    confidence: 'likely',
    articles: {
      按件计收:
        '同一申请人一个自然月内累计申请10件以下（含10件）不收费，11至30件每件100元，31件以上每10件为一档、每档加100元。',
      按量计收: '单件申请30页以下（含30页）不收费，31至100页每页10元，101至200页每页20元，201页以上每页40元。',
      二者择一: '按件或者按量只能选择一种，不得对同一申请并用。',
      收费通知: '在申请处理期限内发出收费通知，说明依据、标准、数额和缴纳方式。',
      缴费期限: '申请人自收到收费通知次日起20个工作日内缴纳；逾期未缴纳的，视为放弃申请。',
      缴费后: '缴费的，处理期限自缴费次日起重新计算。',
    },
  },
  {
    law: '年度报告格式',
    name: '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
    number: '国办公开办函〔2021〕30号',
    from: '2021-01-01',
    to: null,
    confidence: 'sure',
    articles: { 表三: '申请处理结果分七项填列，其中其他处理分三种情形。' },
  },
  {
    law: '年度报告格式',
    name: '关于政府信息公开工作年度报告有关事项的通知（试行格式）',
    number: '国办公开办函〔2019〕60号',
    from: '2019-01-01',
    to: '2020-12-31',
    confidence: 'sure',
    articles: { 表三: '申请处理结果分七项填列，其他处理为一项。' },
  },
  {
    law: '答复送达意见',
    name: '关于政府信息公开处理决定送达问题的解释',
    number: '国办公开办函〔2016〕235号',
    from: '2016-08-05',
    to: null,
    confidence: 'unsure',
    articles: {
      送达: '可以直接送达、委托其他行政机关送达或者邮寄送达；邮寄以交邮之日、直接送达以签收之日为答复时间；邮寄应当通过邮政企业。',
    },
  },
  {
    law: '渠道意见',
    name: '关于政府信息公开申请接收渠道问题的解释',
    number: '国办公开办函〔2017〕19号',
    from: '2017-03-21',
    to: null,
    confidence: 'unsure',
    articles: { 渠道: '当面提交和邮寄是基本渠道，不得以任何理由拒绝；其他渠道应当在指南中载明并公告。' },
  },
  {
    law: '民诉法',
    name: '中华人民共和国民事诉讼法（2023年修正）',
    number: '主席令第11号',
    from: '2024-01-01',
    to: null,
    confidence: 'sure',
    articles: {
      '85': '期间开始的时和日不计算在期间内。',
      '90': '电子送达以送达信息到达受送达人特定系统的日期为送达日期。',
    },
  },
  {
    law: '预算法',
    name: '中华人民共和国预算法（2018年修正）',
    number: '主席令第22号',
    from: '2018-12-29',
    to: null,
    confidence: 'sure',
    articles: {
      '14 I': '经批准的预算、预算调整、决算，由财政部门在批准后20日内公开。',
      '14 II': '部门预算、决算由各部门在批复后20日内公开。',
    },
  },
  {
    law: '行政处罚法',
    name: '中华人民共和国行政处罚法（2021年修订）',
    number: '主席令第70号',
    from: '2021-07-15',
    to: null,
    confidence: 'sure',
    articles: {
      '48': '公开的处罚决定被变更、撤销、确认违法或者无效的，应当在3日内撤回信息并公开说明理由。',
      '85': '二日、三日、五日、七日的规定是指工作日。',
    },
  },
  {
    law: '采购法实施条例',
    name: '中华人民共和国政府采购法实施条例',
    number: '国务院令第658号',
    from: '2015-03-01',
    to: null,
    confidence: 'sure',
    articles: {
      '43': '自中标、成交供应商确定之日起2个工作日内公告结果。',
      '50': '自采购合同签订之日起2个工作日内公告合同。',
    },
  },
  {
    law: '双公示',
    name: '行政许可和行政处罚等信用信息公示要求',
    number: null,
    from: '2015-12-18',
    to: null,
    confidence: 'unsure',
    articles: { 期限: '自作出决定之日起7个工作日内上网公示。' },
  },
  {
    law: '放假办法',
    name: '全国年节及纪念日放假办法（2013年修订）',
    number: '国务院令第644号',
    from: '2014-01-01',
    to: '2024-12-31',
    confidence: 'sure',
    articles: { '2': '全体公民放假的节日共11天，春节自正月初一起3天，劳动节1天。' },
  },
  {
    law: '放假办法',
    name: '全国年节及纪念日放假办法（2024年修订）',
    number: '国务院令第795号',
    from: '2025-01-01',
    to: null,
    confidence: 'sure',
    articles: {
      '2': '全体公民放假的节日共13天，春节自除夕起4天，劳动节2天。',
      '3': '部分公民放假的节日（妇女节、青年节等）不改变机关的工作日。',
      '4': '少数民族习惯的节日，由各少数民族聚居地区的地方人民政府规定放假日期。',
    },
  },
] as const satisfies readonly LawEdition[]
