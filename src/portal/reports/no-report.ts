import type { Organ } from '../../organs/organ.ts'
import type { Answer } from '../pages.ts'
import { problemPage } from '../problem-page.tsx'
import { html, type OrganMatter } from '../serving.ts'
import { addresses } from '../site.ts'
import { whyNoReport } from '../why-no-report.ts'

/** There is no report of the organ on that year: why, and where to look. */
export const noReport = ({ view, today }: OrganMatter, organ: Organ, year: number): Answer =>
  html(
    problemPage(view, {
      title: `没有${year}年度报告`,
      message: whyNoReport(organ, year, today),
      ways: [
        { text: `查看${organ.name}已经公布的年度报告`, path: addresses.reports(organ) },
        { text: `向${organ.ogiWorkBody || organ.name}询问，联系方式见页面下方` },
      ],
    }),
    404,
  )
