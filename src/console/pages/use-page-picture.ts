import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { getPicture, type ShownPicture } from '../api.ts'

/** A picture of a page, with the one behind it fetched while this one is looked at. `file`: another one may come to stand at the same address. */
export function usePagePicture(address: string, next: string | null, file: string) {
  const client = useQueryClient()
  return useQuery({
    queryKey: [...pictureKey, file, address],
    queryFn: async (): Promise<ShownPicture> => {
      const picture = await getPicture(address)
      if (next)
        void client.prefetchQuery({ queryKey: [...pictureKey, file, next], queryFn: () => getPicture(next), ...kept })
      return picture
    },
    placeholderData: keepPreviousData,
    retry: false,
    ...kept,
  })
}

const pictureKey = ['page picture'] as const
/** An original does not change; pictures are large. */
const kept = { staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000 } as const
