import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'

/** The record whose pictures are shown. */
export const PicturesOf = createContext('')

/** Pictures sent from this page: they are shown before the text that holds them is saved. */
const justSent = new Map<string, string>()
export const rememberPicture = (fileId: string, file: Blob): void => {
  justSent.set(fileId, URL.createObjectURL(file))
}

async function fetchPicture(recordId: string, fileId: string): Promise<string> {
  const answer = await fetch(`/api/console/records/${recordId}/files/${fileId}`, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error('no picture')
  return URL.createObjectURL(await answer.blob())
}

/** The address under which the browser shows a file of the record; the server hands files out as downloads only. */
export function usePicture(fileId: string): { readonly address: string | undefined; readonly isLost: boolean } {
  const recordId = useContext(PicturesOf)
  const sent = justSent.get(fileId)
  const { data, isError } = useQuery({
    queryKey: ['picture', recordId, fileId],
    queryFn: () => fetchPicture(recordId, fileId),
    enabled: sent === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: 1,
  })
  return { address: sent ?? data, isLost: isError }
}
