import { z } from 'zod'

/** How a reader wants pages shown; kept in a cookie, so that it works without script. */
export const Display = z.enum(['standard', 'large', 'contrast', 'large-contrast'])
export type Display = z.infer<typeof Display>

export const isLarge = (display: Display): boolean => display.startsWith('large')
export const isHighContrast = (display: Display): boolean => display.endsWith('contrast')

const displayOf = (large: boolean, contrast: boolean): Display =>
  large ? (contrast ? 'large-contrast' : 'large') : contrast ? 'contrast' : 'standard'

/** The same display with one property turned round. */
export const withOtherSize = (display: Display): Display => displayOf(!isLarge(display), isHighContrast(display))
export const withOtherContrast = (display: Display): Display => displayOf(isLarge(display), !isHighContrast(display))

const cookie = /(?:^|;\s*)display=([a-z-]{1,20})(?:;|$)/

/** The display that a Cookie header asks for; anything unknown is the standard one. */
export const displayFrom = (header: string | undefined): Display =>
  Display.catch('standard').parse(header === undefined ? 'standard' : cookie.exec(header)?.[1])

/** A year's cookie that no script reads. */
export const displayCookie = (display: Display, secure: boolean): string =>
  `display=${display}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`

/** The longest search has a hundred characters, of which one is written as twelve. */
const ownPath = /^\/(?!\/)[A-Za-z0-9/._-]{0,200}(?:\?[A-Za-z0-9%=&._+*-]{0,2000})?$/

/** The path when it is one of this site's own, else the home page: nobody is sent elsewhere. */
export const safePath = (path: string): string => (ownPath.test(path) ? path : '/')
