import { useEffect, useState } from 'react'

/** For what lies over the page and goes at once: whoever works by keyboard goes on where they opened it, if that is still there. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    },
    [opener],
  )
}
