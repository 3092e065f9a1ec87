import type { ReportFault } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { plainText } from './plain-text.ts'

const unit = '(?:局|县|市|区|镇|乡|街道|单位|部门|机关|人民政府|政府|办公室|委员会|年|月|日|条|件|个|次|人)'
const instructions =
  /请?(?:根据|结合)(?:本?(?:单位|机关|部门|地区))?实际(?:情况)?(?:填写|填报|修改|编写|撰写)|[([【](?:此处|请)[^)\]】]{0,30}[)\]】]/
const placeholders = new RegExp(`(?:[XΧ×xＸ*]{2,}|某某)${unit}|×{2,}|〇{3,}|_{4,}`)

/** Words of the template that were never replaced: “请根据实际情况填写”, “XX局”. */
export const templateResidue = (report: AnnualReport): ReportFault[] =>
  [{ id: 'title', paragraphs: report.title === null ? [] : [report.title] }, ...report.sections].flatMap(
    ({ id, paragraphs }) =>
      paragraphs.flatMap((paragraph) => {
        const text = plainText(paragraph)
        const instruction = instructions.exec(text)
        const residue = instruction ?? placeholders.exec(text)
        if (!residue) return []
        const around = text.slice(Math.max(0, residue.index - 6), residue.index + residue[0].length + 6)
        return [
          {
            code: 'TEMPLATE_RESIDUE' as const,
            severity: instruction ? ('error' as const) : ('warning' as const),
            row: id,
            actual: residue[0],
            message: `正文留有模板文字“${around}”，请改为本机关的实际内容。`,
          },
        ]
      }),
  )
