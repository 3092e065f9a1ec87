import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { editionKey } from '../records-api.ts'
import { EditView } from './edit-view.tsx'
import { useKeeper } from './use-keeper.ts'

/** Writing an edition. A step is opened only when everything typed is saved and read again: it binds the text that stands. */
export function Editing({ view, onStep, onRead }: EditingProps) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const { keeper, isRestored } = useKeeper(view)
  const whenKept = async (go: () => void) => {
    await keeper.flush()
    if (keeper.read().keeping.state !== 'kept') {
      message.warning('还有文字没有存到服务器，存好后才能办理')
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
    />
  )
}

interface EditingProps {
  readonly view: RecordView
  readonly onStep: (step: StepName) => void
  readonly onRead: () => void
}
