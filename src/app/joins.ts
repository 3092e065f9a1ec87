import { onCalendar } from '../calendar/notices/follower.ts'
import { noteInChannels } from '../channels/on-publication.ts'
import { registerCorrection } from '../channels/register-correction.ts'
import { listChannels, listPublishedTitles } from '../channels/store/ledger.ts'
import { keptChannels, keptPublications } from '../channels/store/rows.ts'
import { draftRecord, draftWithdrawal } from '../disclosure/actions/draft.ts'
import { recordsFollow } from '../disclosure/actions/follow-calendar.ts'
import { reviewStep } from '../disclosure/first-steps.ts'
import { moveToColumn } from '../disclosure/on-column-moved.ts'
import { onPublication } from '../disclosure/on-publication.ts'
import { disclosureSettings } from '../disclosure/settings.ts'
import { titlesOf as titlesOfRecords } from '../disclosure/store/found.ts'
import { listInColumns as listRecordsInColumns } from '../disclosure/store/in-columns.ts'
import { findState, listAddresses, listUnderWay } from '../disclosure/store/standing.ts'
import { feedbackSettings } from '../feedback/settings.ts'
import { numbersOf as numbersOfFeedback } from '../feedback/store/lists.ts'
import { notePublicity } from '../ledgers/decisions/on-publication.ts'
import { decisionSettings } from '../ledgers/decisions/settings.ts'
import { keptDecisions, numbersOf as numbersOfDecisions } from '../ledgers/decisions/store/rows.ts'
import { enterPublished } from '../ledgers/documents/on-publication.ts'
import { keptDocuments, listDocumentTitles } from '../ledgers/documents/store/documents.ts'
import { registerDuties } from '../ledgers/duties.ts'
import { keptFees } from '../ledgers/fees/store.ts'
import { figuresWatch } from '../ledgers/figures-watch.ts'
import { importedLedgers } from '../ledgers/imports/imported-ledgers.ts'
import { publicRecords } from '../ledgers/public-records.ts'
import { publishedTitles } from '../ledgers/published-titles.ts'
import { proposeCorrection } from '../ledgers/rows/actions.ts'
import { keptRows } from '../ledgers/rows/kept-row.ts'
import { noteCatalogueImport } from '../ledgers/store.ts'
import { namedColumns, namedSubjects } from '../organs/audit-log/named-subjects.ts'
import { firstSteps } from '../organs/first-steps/first-step.ts'
import { laterSteps, peopleSteps, printedSteps } from '../organs/first-steps/own-steps.ts'
import { remedySettings } from '../organs/settings/remedy-settings.ts'
import { organSettings } from '../organs/settings/setting.ts'
import { onSetUp } from '../organs/setup/on-set-up.ts'
import { namesOf as namesOfStaff } from '../organs/staff/store.ts'
import { namesOf as namesOfUnits } from '../organs/units/store.ts'
import { onCatalogueImported } from '../platform/catalogue/on-imported.ts'
import { columnContents } from '../platform/columns/contents.ts'
import { onColumnMoved } from '../platform/columns/on-moved.ts'
import { namesOf as namesOfColumns, openPlatform } from '../platform/columns/standing.ts'
import { columnStep } from '../platform/first-steps.ts'
import { ownChannels } from '../platform/guide/own-channels.ts'
import { requestPapers } from '../remedies/cases/evidence.ts'
import { remediesFollow } from '../remedies/cases/follow-calendar.ts'
import { performByAnswer } from '../remedies/cases/perform-by-answer.ts'
import { remedyCaseSettings } from '../remedies/cases/settings.ts'
import { numbersOf as numbersOfRemedies, ownersOf as ownersOfRemedyFiles } from '../remedies/cases/store/names.ts'
import { keptRemedies } from '../remedies/store.ts'
import { reportsWatch } from '../report/moved.ts'
import { reportSettings } from '../report/settings.ts'
import { listInColumns as listReportsInColumns } from '../report/store/in-columns.ts'
import { requestsFollow } from '../requests/actions/follow-calendar.ts'
import { papersOfRequest } from '../requests/bundle/papers.ts'
import { approvalStep } from '../requests/first-steps.ts'
import { proposedRecords } from '../requests/proposal/propose.ts'
import { onAnswered } from '../requests/reanswer/on-answered.ts'
import { requestSettings } from '../requests/settings.ts'
import { ownersOf as ownersOfFiles } from '../requests/store/files.ts'
import { numbersOf as numbersOfRequests } from '../requests/store/found.ts'
import { keptRequests } from '../requests/store/rows.ts'
import { ownDuties } from '../review/turns/duties.ts'
import { subscriptionSettings } from '../subscriptions/settings.ts'
import { keptLedgers } from './kept-ledgers.ts'

// By these lists the rooms are joined: whoever acts does not know who listens.
onCalendar.join([requestsFollow, recordsFollow, remediesFollow])
onColumnMoved.join([moveToColumn])
onSetUp.join([openPlatform])
onPublication.join([enterPublished, noteInChannels, notePublicity])
organSettings.join([
  ...requestSettings,
  ...feedbackSettings,
  ...remedySettings,
  ...disclosureSettings,
  ...decisionSettings,
  ...reportSettings,
  ...remedyCaseSettings,
  ...subscriptionSettings,
])
firstSteps.join([...peopleSteps, approvalStep, reviewStep, ...printedSteps, columnStep, ...laterSteps])
namedSubjects.join([
  namesOfStaff,
  namesOfUnits,
  numbersOfRequests,
  ownersOfFiles,
  numbersOfFeedback,
  numbersOfRemedies,
  ownersOfRemedyFiles,
  numbersOfDecisions,
  titlesOfRecords,
])
namedColumns.join(namesOfColumns)
onCatalogueImported.join([noteCatalogueImport])
importedLedgers.join(keptLedgers)
keptRows.join([keptRequests, keptRemedies, keptDocuments, keptDecisions, keptFees, keptChannels, keptPublications])
figuresWatch.join([reportsWatch])
ownDuties.join([registerDuties])
columnContents.join([listRecordsInColumns, listReportsInColumns])
publishedTitles.join([listDocumentTitles, listPublishedTitles])

onAnswered.join([performByAnswer])

// What a room needs of another that it does not see.
proposedRecords.join({ draft: draftRecord, findState })
publicRecords.join({ draft: draftRecord, draftWithdrawal, findState, listUnderWay, listAddresses })
registerCorrection.join(proposeCorrection)
requestPapers.join({
  // Typesetting is loaded by whoever sets something, not by every process that joins the rooms.
  prepare: async (db, key) => (await import('../requests/bundle/set-letters.ts')).setLetters(db, key),
  list: papersOfRequest,
})
ownChannels.join(listChannels)
