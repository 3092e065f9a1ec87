import { onCalendar } from '../calendar/notices/follower.ts'
import { noteInChannels } from '../channels/on-publication.ts'
import { recordsFollow } from '../disclosure/actions/follow-calendar.ts'
import { moveToColumn } from '../disclosure/on-column-moved.ts'
import { onPublication } from '../disclosure/on-publication.ts'
import { notePublicity } from '../ledgers/decisions/on-publication.ts'
import { enterPublished } from '../ledgers/documents/on-publication.ts'
import { onColumnMoved } from '../platform/columns/on-moved.ts'
import { requestsFollow } from '../requests/actions/follow-calendar.ts'

// By these lists the rooms are joined: whoever acts does not know who listens.
onCalendar.join([requestsFollow, recordsFollow])
onColumnMoved.join([moveToColumn])
onPublication.join([enterPublished, noteInChannels, notePublicity])
