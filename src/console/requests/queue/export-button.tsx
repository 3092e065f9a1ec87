import { DownloadOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { lazy, Suspense } from 'react'

/** The calendar of its two days is loaded when somebody exports, not with every list. */
const ExportForm = lazy(async () => ({ default: (await import('./export-form.tsx')).ExportForm }))

/** The register of a period as Excel. */
export function ExportButton() {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="导出登记簿"
      content={
        <Suspense fallback={<p className="quiet export-form">正在加载……</p>}>
          <ExportForm />
        </Suspense>
      }
    >
      <Button icon={<DownloadOutlined aria-hidden />}>导出</Button>
    </Popover>
  )
}
