import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'

interface SaveOnce<Input, Saved> {
  readonly save: (input: Input) => Promise<Saved>
  readonly onSaved: (saved: Saved) => unknown
  readonly onRefused: (error: Error) => void
}

/**
 * What a form holds, saved once. Pressed again while it is on its way, or after it was taken and before the form is gone,
 * nothing goes out: a form is checked after the key is pressed, so that a second press may come to its end when the first
 * has long been answered. After a refusal it can be sent again.
 */
export function useSaveOnce<Input, Saved>({ save, onSaved, onRefused }: SaveOnce<Input, Saved>) {
  const isSent = useRef(false)
  const saving = useMutation({
    mutationFn: save,
    onSuccess: onSaved,
    onError: (error) => {
      isSent.current = false
      onRefused(error)
    },
  })
  return {
    error: saving.error,
    isPending: saving.isPending,
    send: (input: Input) => {
      if (isSent.current) return
      isSent.current = true
      saving.mutate(input)
    },
  }
}
