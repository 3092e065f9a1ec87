import { useQuery } from '@tanstack/react-query'
import type { Said } from '../../feedback/feedback.ts'
import type { FeedbackView } from '../../feedback/feedback-view.ts'
import type { FeedbackFigures, FeedbackPage } from '../../feedback/show.ts'
import type { StepName } from '../../feedback/step-inputs.ts'
import { get, post, query } from '../api.ts'
import { isSomebodyHere } from '../session/presence.ts'

export const feedbackApi = {
  list: (wanted: Readonly<Record<string, string | number | undefined>>) =>
    get<FeedbackPage>(`feedback${query(wanted)}`),
  figures: (year: string | undefined) => get<FeedbackFigures>(`feedback/figures${query({ year })}`),
  one: (id: string) => get<FeedbackView>(`feedback/${id}`),
  take: (id: string, step: StepName, seq: number, input: unknown) =>
    post<FeedbackView>(`feedback/${id}/steps/${step}`, { seq, input }),
  openSender: (id: string, reason: string) => post<Omit<Said, 'text'>>(`feedback/${id}/sender`, { reason }),
}

/** How much of it waits for an answer in the organ; asked again while somebody is here. */
export const useOpenFeedback = (isAsked: boolean) =>
  useQuery({
    queryKey: ['feedback', 'open'],
    queryFn: () => get<{ readonly total: number }>('feedback/open'),
    enabled: isAsked,
    refetchInterval: () => (isSomebodyHere() ? 120_000 : false),
  })
