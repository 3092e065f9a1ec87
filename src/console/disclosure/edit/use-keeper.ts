import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Revision } from '../../../disclosure/record.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { Problem } from '../../api.ts'
import { textIsOpen } from '../../drafts.ts'
import { useMe } from '../../session/me.ts'
import { leaveSession } from '../../session/signed-out.ts'
import { editionKey, records } from '../records-api.ts'
import { Keeper, type Kept, type SavedAs, type Stored } from './keeper.ts'
import { shelfOf } from './shelf.ts'
import { refuseUnreadable } from './unsaved.ts'

interface Opened<Text extends Stored> {
  /** As the server has it. */
  readonly stands: Pick<Text, 'content' | 'revision'>
  /** Of the person, of this text (`shelfOf`). */
  readonly shelf: ReturnType<typeof shelfOf<Text>>
  readonly send: (basedOn: number, content: Text['content']) => Promise<SavedAs<Text>>
  readonly onSaved: () => void
  readonly client: QueryClient
}

/** A keeper of a text; what was left typed on this computer goes on from where it was. Whoever is signed out meanwhile is led to the sign-in. */
export function openKeeper<Text extends Stored>({ stands, shelf, send, onSaved, client }: Opened<Text>) {
  const left = shelf.read()
  const isRestored = left !== undefined && JSON.stringify(left.content) !== JSON.stringify(stands.content)
  const keeper = new Keeper<Text>(
    {
      content: isRestored ? left.content : stands.content,
      revision: isRestored ? left.basedOn : stands.revision,
      exchanged: 0,
      keeping: isRestored ? { state: 'typed' } : { state: 'kept', savedAt: null },
    },
    {
      shelf,
      now: () => new Date().toISOString(),
      send: async (basedOn, content) => {
        try {
          return await send(basedOn, content)
        } catch (error) {
          if (error instanceof Problem && error.code === 'signed_out') leaveSession(client)
          throw error
        }
      },
      onSaved,
    },
  )
  return { keeper, isRestored }
}

const keeperOf = (view: RecordView, staffId: string, client: QueryClient) =>
  openKeeper<Revision>({
    stands: view,
    shelf: shelfOf(staffId, `${view.recordId}.${view.edition}`),
    send: (basedOn, content) => {
      refuseUnreadable(content)
      return records.save(view, basedOn, content)
    },
    onSaved: () => {
      client.invalidateQueries({ queryKey: editionKey(view) })
      client.invalidateQueries({ queryKey: ['records'] })
    },
    client,
  })

/** Keeps the text of this page; sends what is left when the page is hidden or left, or the network is back. */
export function useKeeper(view: RecordView): { keeper: Keeper; isRestored: boolean } {
  const { staff } = useMe()
  const client = useQueryClient()
  const [made] = useState(() => keeperOf(view, staff.id, client))
  useSendingLeft(made.keeper)
  return made
}

/** Sends what is left when the page is hidden or left, or the network is back. */
export function useSendingLeft(keeper: Pick<Keeper, 'flush' | 'close'>): void {
  useEffect(() => {
    const send = () => {
      keeper.flush()
    }
    const onHidden = () => {
      if (document.visibilityState === 'hidden') send()
    }
    send()
    const shut = textIsOpen(keeper)
    document.addEventListener('visibilitychange', onHidden)
    addEventListener('online', send)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      removeEventListener('online', send)
      shut()
      keeper.close()
    }
  }, [keeper])
}

export const useKept = <Kept>(keeper: {
  readonly subscribe: (listener: () => void) => () => void
  readonly read: () => Kept
}): Kept => useSyncExternalStore(keeper.subscribe, keeper.read)

/** One fact of it: nothing is drawn again while that stays the same, as most does while a text is typed. */
export const useKeptFact = <Fact extends string | number>(keeper: Keeper, factOf: (kept: Kept) => Fact): Fact =>
  useSyncExternalStore(keeper.subscribe, () => factOf(keeper.read()))
