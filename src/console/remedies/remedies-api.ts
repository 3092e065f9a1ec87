import type { RemedyCaseView } from '../../remedies/cases/case-view.ts'
import type { Evidence } from '../../remedies/cases/evidence.ts'
import type { OpenCase, StepName } from '../../remedies/cases/step-inputs.ts'
import type { ChosenRecord, ChosenRequest, NamedCase } from '../../remedies/cases/store/known.ts'
import { get, post, query } from '../api.ts'

interface Items<Item> {
  readonly items: readonly Item[]
}

export const remediesApi = {
  open: (checked: OpenCase) => post<{ readonly id: string }>('remedies', checked),
  one: (id: string) => get<RemedyCaseView>(`remedies/${id}`),
  take: (id: string, step: StepName, seq: number, input: unknown) =>
    post<RemedyCaseView>(`remedies/${id}/steps/${step}`, { seq, input }),
  papers: (id: string) => get<Items<Evidence>>(`remedies/${id}/papers`),
  ofRequest: (id: string) => get<Items<NamedCase>>(`remedies/of-request/${id}`),
  requests: (wanted: { readonly q?: string; readonly id?: string }) =>
    get<Items<ChosenRequest>>(`remedies/choices/requests${query(wanted)}`),
  records: (q: string) => get<Items<ChosenRecord>>(`remedies/choices/records${query({ q })}`),
  reviews: (q: string) => get<Items<NamedCase>>(`remedies/choices/reviews${query({ q })}`),
}

export const evidenceAddress = (id: string): string => `/api/console/remedies/${id}/evidence.zip`
export const fileAddress = (id: string, fileId: string): string => `/api/console/remedies/${id}/files/${fileId}`
