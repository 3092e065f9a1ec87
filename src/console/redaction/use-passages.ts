import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Passage } from '../../redaction/passage.ts'
import type { RedactionView } from '../../requests/redactions/redaction-view.ts'
import { redactions } from './redaction-api.ts'

/** After so long without a change what is marked is saved. */
const restMs = 600
const mostUndone = 100

/** What is marked on the pages of a paper: saved as one goes, each change to be taken back. */
export function usePassages(request: string, view: RedactionView) {
  const [passages, setPassages] = useState<readonly Passage[]>(view.marked)
  const [earlier, setEarlier] = useState<readonly (readonly Passage[])[]>([])
  const version = useRef(view.version)
  const saved = useRef(view.marked)
  const saving = useMutation({
    mutationFn: async (all: readonly Passage[]) => {
      const answer = await redactions.mark(request, view.id, version.current, all)
      version.current = answer.version
      saved.current = all
    },
    scope: { id: `redaction ${view.id}` },
  })
  const { mutate } = saving
  useEffect(() => {
    if (passages === saved.current) return
    const timer = setTimeout(() => mutate(passages), restMs)
    return () => clearTimeout(timer)
  }, [passages, mutate])

  return {
    passages,
    change: (next: readonly Passage[]) => {
      setEarlier([...earlier, passages].slice(-mostUndone))
      setPassages(next)
    },
    undo:
      earlier.length === 0
        ? undefined
        : () => {
            setPassages(earlier.at(-1) ?? [])
            setEarlier(earlier.slice(0, -1))
          },
    /** Saves what is not saved yet, now. */
    save: async () => {
      if (passages !== saved.current) await saving.mutateAsync(passages)
    },
    isSaved: passages === saved.current && !saving.isPending,
    error: saving.error,
  }
}
