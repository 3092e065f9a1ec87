const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

let lastSign = Date.now()

export const noteSign = (): void => {
  lastSign = Date.now()
}

/** Milliseconds since the person last touched the page. */
export const idleFor = (): number => Date.now() - lastSign

/** True while somebody works: what asks by itself must not keep an abandoned session alive. */
export const isSomebodyHere = (): boolean => idleFor() < 5 * 60_000

/** Notes every sign of the person until the function given back is called. */
export function watchSigns(): () => void {
  for (const sign of signs) addEventListener(sign, noteSign, { passive: true })
  return () => {
    for (const sign of signs) removeEventListener(sign, noteSign)
  }
}
