import { createContext, type ReactNode, useContext } from 'react'

/** Leads to a place of the edition: a field, `text:<paragraph>`, or `attachment:<file id>`. */
export const JumpTo = createContext<(place: string) => void>(() => {})

/** The form whose fields are places: Ant Design puts its name before the id of each field. */
export const placeForm = 'place'

/** The id of a place on the page. */
export const placeId = (place: string): string => `${placeForm}_${place.replaceAll(/[^A-Za-z0-9-]/g, '_')}`

/** Brings a place of the page into sight; false when it is not on the page. */
export function showPlace(place: string): boolean {
  const target = document.getElementById(placeId(place))
  if (!target) return false
  target.scrollIntoView({ block: 'center' })
  const control = target.matches('input, textarea, button') ? target : target.querySelector('input, textarea')
  if (control instanceof HTMLElement) control.focus({ preventScroll: true })
  else target.focus({ preventScroll: true })
  target.animate([{ background: '#fff3c4' }, { background: 'transparent' }], 1600)
  return true
}

export function Place({ place, children }: { place: string; children: ReactNode }) {
  const jump = useContext(JumpTo)
  return (
    <button type="button" className="place" onClick={() => jump(place)}>
      {children}
    </button>
  )
}
