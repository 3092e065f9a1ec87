import type { RecordView } from '../../../disclosure/record-view.ts'
import { isOnTheWay } from '../list/due-words.ts'

/** The paragraphs that are marked as changed since a review or since the edition in public; none once nothing is to be reviewed. */
export const changedParagraphs = ({ status, changedSinceReview, changedSinceLive }: ChangedView): Set<number> =>
  new Set(
    (isOnTheWay(status) ? [...changedSinceReview, ...changedSinceLive] : []).flatMap(({ place }) =>
      place.startsWith('text:') ? [Number(place.slice(5))] : [],
    ),
  )

type ChangedView = Pick<RecordView, 'status' | 'changedSinceReview' | 'changedSinceLive'>
