import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { FileButton } from '../fields/file-button.tsx'
import { HiddenQuestion, ProblemTable } from '../lists/import-faults.tsx'
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
      <ProblemTable problems={problems} />
    </>
  )
}
