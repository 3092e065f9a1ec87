import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'

/** Each item in its order, for pages that are written once and never changed: nothing needs a key. */
export const each = <Item>(items: readonly Item[], write: (item: Item, index: number) => ReactNode): ReactElement =>
  createElement(Fragment, null, ...items.map(write))
