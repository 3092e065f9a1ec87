import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SavedByOther } from '../../report/draft/actions.ts'
import type { DraftView } from '../../report/draft/report-view.ts'
import { wordedSections } from '../../report/draft/words.ts'
import type { Keeper } from '../disclosure/edit/keeper.ts'
import { shelfOf } from '../disclosure/edit/shelf.ts'
import { openKeeper, useSendingLeft } from '../disclosure/edit/use-keeper.ts'
import { useMe } from '../session/me.ts'
import { reportKey, reports } from './report-api.ts'

export type ReportKeeper = Keeper<SavedByOther>

/** A keeper with what both writers began from, where somebody else has saved meanwhile. */
interface Made {
  readonly keeper: ReportKeeper
  readonly isRestored: boolean
  readonly base: () => Content | undefined
}

type Content = SavedByOther['content']

function keeperOf(year: number, { id, content, seq }: DraftView, owner: string, client: QueryClient): Made {
  let base: Content | undefined = content
  const { keeper, isRestored } = openKeeper<SavedByOther>({
    stands: { content, revision: seq },
    shelf: shelfOf(owner, `report.${year}.${id}`),
    send: async (basedOn, typed) => {
      const saved = await reports.save(year, id, basedOn, typed)
      if (!saved.overtakenBy) base = typed
      return saved
    },
    onSaved: () => client.invalidateQueries({ queryKey: reportKey(year) }),
    client,
  })
  // Of text that was restored nobody knows what it began from.
  if (isRestored) base = undefined
  return { keeper, isRestored, base: () => base }
}

/** Keeps words and stated figures of the draft of a year, as the text of a record is kept; what others saved meanwhile is shown. */
export function useReportKeeper(year: number, draft: DraftView): Made {
  const { staff } = useMe()
  const client = useQueryClient()
  const [made] = useState(() => keeperOf(year, draft, staff.id, client))
  const { keeper } = made
  useSendingLeft(keeper)
  useEffect(() => {
    const { keeping, revision } = keeper.read()
    if (keeping.state === 'kept' && revision < draft.seq) keeper.adopt({ content: draft.content, revision: draft.seq })
  }, [keeper, draft])
  return made
}

/** Both writers' parts in one, where no part was changed by both; undefined where one was. `base`: what both began with. */
export function mergedParts(base: Content, mine: Content, theirs: Content): Content | undefined {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const pick = <Part>(before: Part, own: Part, other: Part): Part | undefined => {
    if (same(own, before) || same(own, other)) return other
    return same(other, before) ? own : undefined
  }
  const words = { ...theirs.words }
  for (const section of wordedSections) {
    const part = pick(base.words[section], mine.words[section], theirs.words[section])
    if (part === undefined) return undefined
    words[section] = part
  }
  const stated = pick(base.stated, mine.stated, theirs.stated)
  return stated && { words, stated }
}
