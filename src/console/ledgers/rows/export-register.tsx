import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { RowLedgerId } from '../../../ledgers/rows/row-ledger.ts'
import { query } from '../../api.ts'
import { useWanted } from '../../shell/use-wanted.ts'

const yearOfSpan = (from: string | undefined, to: string | undefined): string | undefined =>
  from?.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31` ? from.slice(0, 4) : undefined

/** 导出台账: the register, of the year that is shown or whole, as a workbook. */
export function ExportRegister({ ledger }: { readonly ledger: RowLedgerId }) {
  const { wanted } = useWanted()
  // Of the days of a list the first is that by which a register is told in years.
  const year = wanted.year ?? (wanted.day ? undefined : yearOfSpan(wanted.from, wanted.to))
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      href={`/api/console/ledgers/rows/${ledger}/export${query({ year })}`}
    >
      {year ? `导出${year}年台账` : '导出台账'}
    </Button>
  )
}
