import type { FeePage } from '../../../requests/fees/show-fees.ts'
import { get, query } from '../../api.ts'

export const processingFees = {
  list: (wanted: Readonly<Record<string, string | number | undefined>>) =>
    get<FeePage>(`processing-fees${query(wanted)}`),
}
