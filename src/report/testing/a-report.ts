import { reportFormats } from '../../law/report-formats.ts'
import { type AnnualReport, type Figure, type PrintableFormatId, setFigure } from '../report.ts'
import { cellsOf } from '../sheet.ts'

/** An invented report; every figure is different unless `value` says otherwise. */
export function aReport({
  format = '2021' as PrintableFormatId,
  value = (index: number): Figure => index + 1,
  ...rest
}: Partial<Omit<AnnualReport, 'format'>> & {
  format?: PrintableFormatId
  value?: (index: number) => Figure
} = {}): AnnualReport {
  const organ = '示例市统计局'
  const year = format === '2019' ? 2020 : 2024
  const report: AnnualReport = {
    title: `${organ}${year}年政府信息公开工作年度报告`,
    organ,
    year,
    format,
    proactive: {},
    requests: {},
    remedies: {},
    sections: [
      {
        id: 'intro',
        heading: '',
        paragraphs: [
          `根据《中华人民共和国政府信息公开条例》第五十条规定，现公布${organ}${year}年政府信息公开工作年度报告。本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。如对本报告有疑问，请与${organ}办公室联系（地址：示例市人民路1号，电话：0000-1234567，邮编：000000）。`,
        ],
      },
      {
        id: 'overview',
        heading: '一、总体情况',
        paragraphs: [
          '（一）主动公开。通过门户网站、政务新媒体公开政府信息1286条，其中统计数据发布412条，政策解读37条，回应关切21次。坚持公开为常态、不公开为例外，凡应公开的均在信息形成之日起20个工作日内公开。',
          '（二）依申请公开。收到政府信息公开申请24件，上年结转2件，均在法定期限内答复。修订申请办理规范，建立补正告知、征求第三方意见和延期审批的全程留痕制度。',
          '（三）政府信息管理。制发行政规范性文件3件，废止1件，年末现行有效17件。',
          '（四）政府信息公开平台建设。完成政府信息公开专栏改版，统一目录，增设无障碍浏览和检索功能。',
          '（五）监督保障。主要负责人听取汇报2次，组织培训3次156人次，社会评议满意率98.6%。',
        ],
      },
      { id: 'proactive', heading: '二、主动公开政府信息情况', paragraphs: [] },
      { id: 'requests', heading: '三、收到和处理政府信息公开申请情况', paragraphs: [] },
      { id: 'remedies', heading: '四、政府信息公开行政复议、行政诉讼情况', paragraphs: [] },
      {
        id: 'problems',
        heading: '五、存在的主要问题及改进情况',
        paragraphs: [
          '存在的主要问题：一是政策解读的形式不够丰富，图解、音频、视频类解读占比不高；二是个别科室对申请答复文书的规范要求掌握不够。',
          '改进情况：一是完善解读方案与文件同步起草、同步审签、同步公布的机制；二是按季度抽查答复文书并通报。',
        ],
      },
      {
        id: 'otherMatters',
        heading: '六、其他需要报告的事项',
        paragraphs: ['本年度未发出收费通知，通知收费总金额0元，实际收取总金额0元。'],
      },
    ],
    ...rest,
  }
  for (const [index, cell] of cellsOf(reportFormats[format]).entries()) setFigure(report, cell, value(index))
  return report
}
