import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal, Space } from 'antd'
import { useState } from 'react'
import type { HiddenChoice } from '../../workbooks/hidden-parts.ts'
import { FileButton } from '../fields/file-button.tsx'
import { type CatalogueImport, platform } from './platform-api.ts'

/** Takes in a filled-in workbook: all of it, or nothing with every wrong cell named. */
export function ImportButton() {
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const send = useMutation({
    mutationFn: platform.importCatalogue,
    onSuccess: () => client.invalidateQueries({ queryKey: ['catalogue'] }),
  })
  const close = () => {
    setOpen(false)
    send.reset()
  }
  return (
    <>
      <Button icon={<UploadOutlined aria-hidden />} onClick={() => setOpen(true)}>
        导入
      </Button>
      <Modal
        open={isOpen}
        title="导入公开事项目录"
        onCancel={close}
        footer={
          <Button type="primary" onClick={close}>
            关闭
          </Button>
        }
        width={680}
      >
        <p className="gap-below">
          请按模板填写（.xlsx，也可以是
          .csv）。先逐格检查，有一处错误就全部不导入；一级、二级事项相同的更新，文件里没有的不删除。
        </p>
        <p className="gap-below">
          <Button href="/api/console/catalogue/template" icon={<DownloadOutlined aria-hidden />}>
            下载模板
          </Button>
        </p>
        <FileButton
          accept=".xlsx,.csv"
          label="选择文件"
          isBusy={send.isPending}
          onFile={(file) => send.mutate({ file })}
        />
        <div className="gap-above" aria-live="polite">
          {send.error ? <Alert type="error" showIcon title={send.error.message} /> : null}
          {send.data ? <Outcome outcome={send.data} /> : null}
          {send.data?.problems.some(({ asks }) => asks === 'hidden') ? (
            <HiddenQuestion
              isBusy={send.isPending}
              onAnswer={(hidden) => send.mutate({ file: send.variables.file, hidden })}
            />
          ) : null}
        </div>
      </Modal>
    </>
  )
}

/** Whether what nobody sees on the screen counts, only the office knows. */
function HiddenQuestion({ isBusy, onAnswer }: { isBusy: boolean; onAnswer: (hidden: HiddenChoice) => void }) {
  return (
    <Alert
      type="warning"
      showIcon
      title="文件里有隐藏的内容，要不要导入？"
      description={
        <Space wrap>
          <Button size="small" disabled={isBusy} onClick={() => onAnswer('take')}>
            连同隐藏的内容一起导入
          </Button>
          <Button size="small" disabled={isBusy} onClick={() => onAnswer('leave')}>
            不导入隐藏的内容
          </Button>
        </Space>
      }
    />
  )
}

function Outcome({ outcome: { counts, count, problems } }: { outcome: CatalogueImport }) {
  const [done] = counts ?? []
  if (done)
    return (
      <Alert
        type="success"
        showIcon
        title={`已导入：新增${done.added}项，更新${done.changed}项，未变${done.unchanged}项`}
      />
    )
  return (
    <>
      <Alert type="error" showIcon title={`共${count}处错误，全部没有导入。请改正后重新导入。`} />
      <div className="gap-above import-problems">
        <table className="plain-table">
          <caption className="read-only-text">文件中的错误</caption>
          <thead>
            <tr>
              <th scope="col">单元格</th>
              <th scope="col">列</th>
              <th scope="col">问题</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, column, cell, reason }) => (
              <tr key={`${row} ${column} ${reason}`}>
                <td>{cell ?? (row ? `第${row}行` : '—')}</td>
                <td>{column ?? '—'}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
