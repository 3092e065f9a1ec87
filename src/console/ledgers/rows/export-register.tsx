import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { RowLedgerId } from '../../../ledgers/rows/row-ledger.ts'
import { query } from '../../api.ts'
import { useWanted } from '../../shell/use-wanted.ts'

/** 导出台账: the register, of the year that is shown or whole, as a workbook. */
export function ExportRegister({ ledger }: { readonly ledger: RowLedgerId }) {
  const { year } = useWanted().wanted
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      href={`/api/console/ledgers/rows/${ledger}/export${query({ year })}`}
    >
      {year ? `导出${year}年台账` : '导出台账'}
    </Button>
  )
}
