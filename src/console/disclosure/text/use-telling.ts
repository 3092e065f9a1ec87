import type { Editor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { type Telling, tellingOf } from './telling.ts'

/** As `tellingOf`; told also before the page is hidden or left, so that nothing typed is lost. */
export function useTelling(tell: (editor: Editor) => void): Telling<Editor> {
  const latest = useRef(tell)
  latest.current = tell
  const [telling] = useState(() => tellingOf<Editor>((editor) => latest.current(editor)))
  useEffect(() => {
    const { now } = telling
    // Before whoever sends what was typed when the page is hidden.
    document.addEventListener('visibilitychange', now, { capture: true })
    addEventListener('pagehide', now)
    return () => {
      document.removeEventListener('visibilitychange', now, { capture: true })
      removeEventListener('pagehide', now)
      now()
    }
  }, [telling])
  return telling
}
