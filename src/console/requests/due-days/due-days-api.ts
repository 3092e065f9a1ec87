import type { DueMonth } from '../../../requests/due-days/due-days.ts'
import { get, query } from '../../api.ts'

interface Wanted {
  readonly month: string
  readonly whose: string
}

export const dueDays = {
  month: (wanted: Wanted) => get<DueMonth>(`request-due-days${query({ ...wanted })}`),
  icsPath: (wanted: Wanted) => `/api/console/request-due-days.ics${query({ ...wanted })}`,
}
