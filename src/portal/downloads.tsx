import type { Organ } from '../organs/organ.ts'
import type { ReportFile } from '../report/store/published.ts'
import { reportForms } from '../report/write/forms.ts'
import { addresses } from './site.ts'

/** The forms that the public may download, the most wanted first; the page itself is the HTML. */
export const downloadForms = ['pdf', 'docx', 'xlsx', 'txt', 'json'] as const
export type DownloadForm = (typeof downloadForms)[number]

interface Props {
  readonly organ: Organ
  readonly year: number
  readonly files: readonly ReportFile[]
  /** Reports of other organs stand on the same page: each link says whose it is. */
  readonly isAmongOthers?: boolean
}

/** Links to a report's files, with format and size. */
export function Downloads({ organ, year, files, isAmongOthers = false }: Props) {
  const report = `${isAmongOthers ? organ.name : ''}${year}年度报告`
  const offered = downloadForms.flatMap((form) => files.find((file) => file.form === form) ?? [])
  if (offered.length === 0) return null
  return (
    <ul className="downloads" aria-label={`下载${report}`}>
      {offered.map(({ form, size }) => {
        const { label, ending } = reportForms[form]
        return (
          <li key={form}>
            <a href={addresses.file(organ, year, ending)} aria-label={`下载${report}：${label}，${sizeText(size)}`}>
              {label} <span className="fine figures">{sizeText(size)}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** 182 KB, 1.4 MB */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
