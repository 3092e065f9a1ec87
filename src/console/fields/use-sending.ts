import { useEffect, useState } from 'react'
import { type SentFile, uploadFile } from '../api.ts'
import { allSent, type Sending, type Uploads, uploadsOf } from './uploads.ts'

/** Sends files at once and keeps account of those that have not arrived. `onSending` hears of it, and that all is over when the field goes. */
export function useSending(onSending: (uploads: Uploads) => void) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  // As text, so that the progress of a file is no news.
  const uploads = JSON.stringify(uploadsOf(sending))
  useEffect(() => onSending(JSON.parse(uploads)), [uploads, onSending])
  useEffect(() => () => onSending(allSent), [onSending])

  const drop = (key: string) => setSending((all) => all.filter((each) => each.key !== key))
  const note = (key: string, change: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const send = async (file: File, onArrived: (sent: SentFile) => void) => {
    const key = crypto.randomUUID()
    setSending((all) => [...all, { key, name: file.name, percent: 0 }])
    try {
      const sent = await uploadFile(file, (percent) => note(key, { percent }))
      drop(key)
      onArrived(sent)
    } catch (error) {
      note(key, { error: error instanceof Error ? error.message : '上传失败，请重试' })
    }
  }
  return { sending, send, drop }
}
