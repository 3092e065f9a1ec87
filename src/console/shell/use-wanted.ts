import { useSearchParams } from 'react-router'

export type Wanted = Readonly<Record<string, string | undefined>>

/** Where one stands in a list, kept in the address, so that the way back and a copied link lead there. */
export function useWanted() {
  const [params, setParams] = useSearchParams()
  const wanted: Wanted = Object.fromEntries(params)
  const page = Number(params.get('page') ?? 1) || 1
  /** Goes to another part of the list; its first page unless a page is named. */
  const show = (next: Readonly<Record<string, string | number | undefined>>) => {
    // The address itself, as what was just chosen may not be drawn yet.
    const stands = Object.fromEntries(new URLSearchParams(window.location.search))
    const merged = { ...stands, page: undefined, ...next }
    const set = Object.entries(merged).filter(
      ([name, value]) => value !== undefined && value !== '' && !(name === 'page' && value === 1),
    )
    setParams(Object.fromEntries(set.map(([name, value]) => [name, String(value)])))
  }
  return { wanted, page, show }
}
