import { useMutation, useQueryClient } from '@tanstack/react-query'

interface Act<Input, Done> {
  /** What is acted on, by name: nothing acts on it twice at the same time. */
  readonly key: readonly string[]
  readonly act: (input: Input) => Promise<Done>
  readonly onDone: (done: Done) => void
  readonly onError?: (error: Error) => void
}

/** An act of a person. The second click of a double click comes before the button shows that it is busy: it is told of nothing. */
export function useAct<Input, Done>({ key, act, onDone, onError }: Act<Input, Done>) {
  const client = useQueryClient()
  const mutation = useMutation({ mutationKey: key, mutationFn: act, onSuccess: onDone, ...(onError && { onError }) })
  const mutate = (input: Input) => {
    if (client.isMutating({ mutationKey: key }) === 0) mutation.mutate(input)
  }
  return { ...mutation, mutate }
}
