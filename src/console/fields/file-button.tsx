import { UploadOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'

/** Chooses one file and hands it on; nothing is sent by itself. */
export function FileButton({ accept, label, isBusy, onFile }: FileButtonProps) {
  return (
    <Upload
      accept={accept}
      maxCount={1}
      showUploadList={false}
      disabled={isBusy}
      beforeUpload={(file) => {
        onFile(file)
        return false
      }}
    >
      <Button icon={<UploadOutlined aria-hidden />} loading={isBusy}>
        {label}
      </Button>
    </Upload>
  )
}

interface FileButtonProps {
  readonly accept: string
  readonly label: string
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}
