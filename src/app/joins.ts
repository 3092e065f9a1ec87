import { onCalendar } from '../calendar/notices/follower.ts'
import { noteInChannels } from '../channels/on-publication.ts'
import { recordsFollow } from '../disclosure/actions/follow-calendar.ts'
import { moveToColumn } from '../disclosure/on-column-moved.ts'
import { onPublication } from '../disclosure/on-publication.ts'
import { disclosureSettings } from '../disclosure/settings.ts'
import { notePublicity } from '../ledgers/decisions/on-publication.ts'
import { decisionSettings } from '../ledgers/decisions/settings.ts'
import { enterPublished } from '../ledgers/documents/on-publication.ts'
import { remedySettings } from '../organs/settings/remedy-settings.ts'
import { organSettings } from '../organs/settings/setting.ts'
import { onColumnMoved } from '../platform/columns/on-moved.ts'
import { reportSettings } from '../report/settings.ts'
import { requestsFollow } from '../requests/actions/follow-calendar.ts'
import { requestSettings } from '../requests/settings.ts'

// By these lists the rooms are joined: whoever acts does not know who listens.
onCalendar.join([requestsFollow, recordsFollow])
onColumnMoved.join([moveToColumn])
onPublication.join([enterPublished, noteInChannels, notePublicity])
organSettings.join([
  ...requestSettings,
  ...remedySettings,
  ...disclosureSettings,
  ...decisionSettings,
  ...reportSettings,
])
