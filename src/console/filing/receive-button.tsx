import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { FileButton } from '../fields/file-button.tsx'
import { filings, filingsKey } from './filing-api.ts'

interface Props {
  readonly year: number
  readonly filer: string
  /** Another one takes the place of what was received before. */
  readonly again: boolean
}

/** Takes in the report of an organ that does not work on this platform, as it came. */
export function ReceiveButton({ year, filer, again }: Props) {
  const client = useQueryClient()
  const receiving = useMutation({
    mutationFn: (file: File) => filings.receive(year, filer, file),
    onSuccess: () => client.invalidateQueries({ queryKey: filingsKey }),
  })
  return (
    <>
      <FileButton
        accept=".docx,.pdf,.html,.htm,.xlsx,.json,.txt"
        label={again ? '登记另一份收到的报告' : '登记收到的报告'}
        isBusy={receiving.isPending}
        onFile={(file) => receiving.mutate(file)}
      />
      <span className="quiet">网页、Word、PDF、Excel；读出数字后，由您逐格对照原件核对。</span>
      {receiving.error ? <Alert type="error" showIcon role="alert" title={receiving.error.message} /> : null}
    </>
  )
}
