import { useEffect, useState } from 'react'

/** When what calls this goes away, the focus returns to where it was as it came: a drawer that is simply gone leaves it nowhere. */
export function useGiveFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    },
    [before],
  )
}
