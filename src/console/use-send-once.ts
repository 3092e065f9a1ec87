import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'

interface SendOnce<Input, Answer> {
  readonly send: (input: Input) => Promise<Answer>
  readonly onSent: (answer: Answer) => unknown
  readonly onRefused: (error: Error) => void
}

/**
 * What a form holds, sent once. Pressed again while it is on its way, or after it was taken and before the form is gone,
 * nothing goes out: a form is checked after the key is pressed, so that a second press may come to its end when the first
 * has long been answered. After a refusal it can be sent again.
 */
export function useSendOnce<Input, Answer>({ send, onSent, onRefused }: SendOnce<Input, Answer>) {
  const isSent = useRef(false)
  const { error, isPending, mutate, reset } = useMutation({
    mutationFn: send,
    onSuccess: onSent,
    onError: (refused) => {
      isSent.current = false
      onRefused(refused)
    },
  })
  return {
    error,
    isPending,
    /** Forgets why it was refused. */
    reset,
    send: (input: Input) => {
      if (isSent.current) return
      isSent.current = true
      mutate(input)
    },
  }
}
