import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useRef } from 'react'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { type Uploads, whyWaitFor } from '../../fields/uploads.ts'
import { editionKey } from '../records-api.ts'
import { EditView, type UploadSource } from './edit-view.tsx'
import { refusedWords } from './unsaved.ts'
import { useKeeper } from './use-keeper.ts'

/** Writing an edition. A step is opened only when everything typed is saved and read again: it binds the text that stands. */
export function Editing({ view, onStep, onRead }: EditingProps) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const { keeper, isRestored } = useKeeper(view)
  const underway = useRef(new Map<UploadSource, Uploads>())
  const onUploads = useCallback((source: UploadSource, now: Uploads) => {
    underway.current.set(source, now)
  }, [])
  const whenKept = async (go: () => void) => {
    const wait = [...underway.current.values()].map(whyWaitFor).find((why) => why !== null)
    if (wait) {
      message.warning(wait, 8)
      return
    }
    await keeper.flush()
    const { keeping, content } = keeper.read()
    if (keeping.state !== 'kept') {
      const why = keeping.state === 'refused' ? `（${refusedWords(keeping.problem, content)}）` : ''
      message.warning(`还有文字没有存到服务器${why}，存好后才能办理`, 8)
      return
    }
    await client.refetchQueries({ queryKey: editionKey(view) })
    go()
  }
  return (
    <EditView
      view={view}
      keeper={keeper}
      isRestored={isRestored}
      onStep={(step) => whenKept(() => onStep(step))}
      onRead={() => whenKept(onRead)}
      onUploads={onUploads}
    />
  )
}

interface EditingProps {
  readonly view: RecordView
  readonly onStep: (step: StepName) => void
  readonly onRead: () => void
}
