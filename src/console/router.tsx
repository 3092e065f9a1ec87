import { createBrowserRouter } from 'react-router'
import { Gate } from './session/gate.tsx'
import { Shell } from './shell/shell.tsx'
import { Loading } from './states/loading.tsx'
import { NotFound } from './states/not-found.tsx'
import { RouteProblem } from './states/route-problem.tsx'

/** One bundle a room: whoever works the queue does not load the administration. */
export const router = createBrowserRouter(
  [
    {
      path: 'setup',
      HydrateFallback: Loading,
      ErrorBoundary: RouteProblem,
      lazy: async () => ({ Component: (await import('./setup/setup-page.tsx')).SetupPage }),
    },
    {
      Component: Gate,
      HydrateFallback: Loading,
      ErrorBoundary: RouteProblem,
      children: [
        {
          Component: Shell,
          ErrorBoundary: RouteProblem,
          children: [
            {
              index: true,
              lazy: async () => ({ Component: (await import('./requests/queue/workbench.tsx')).Workbench }),
            },
            {
              path: 'requests',
              lazy: async () => ({ Component: (await import('./requests/queue/register.tsx')).Register }),
            },
            {
              path: 'requests/new',
              lazy: async () => ({ Component: (await import('./requests/intake/intake-page.tsx')).IntakePage }),
            },
            {
              path: 'processing-fees',
              lazy: async () => ({ Component: (await import('./requests/fees/fees-page.tsx')).FeesPage }),
            },
            {
              path: 'request-statistics',
              lazy: async () => ({
                Component: (await import('./requests/statistics/statistics-page.tsx')).StatisticsPage,
              }),
            },
            {
              path: 'request-due-days',
              lazy: async () => ({
                Component: (await import('./requests/due-days/due-days-page.tsx')).DueDaysPage,
              }),
            },
            {
              path: 'requests/:id',
              lazy: async () => ({ Component: (await import('./requests/case/case-page.tsx')).CasePage }),
            },
            {
              path: 'requests/:id/answer',
              lazy: async () => ({ Component: (await import('./requests/answer/decision-page.tsx')).DecisionPage }),
            },
            {
              path: 'requests/:id/sheet',
              lazy: async () => ({ Component: (await import('./requests/sheet/sheet-page.tsx')).SheetPage }),
            },
            {
              path: 'requests/:id/redactions',
              lazy: async () => ({ Component: (await import('./redaction/redactions-page.tsx')).RedactionsPage }),
            },
            {
              path: 'requests/:id/redactions/:redaction',
              lazy: async () => ({ Component: (await import('./redaction/redaction-page.tsx')).RedactionPage }),
            },
            {
              path: 'feedback',
              lazy: async () => ({ Component: (await import('./feedback/feedback-page.tsx')).FeedbackPage }),
            },
            {
              path: 'feedback/:id',
              lazy: async () => ({ Component: (await import('./feedback/feedback-case.tsx')).FeedbackCase }),
            },
            {
              path: 'annual-reports',
              lazy: async () => ({ Component: (await import('./report/reports-page.tsx')).ReportsPage }),
            },
            {
              path: 'annual-reports/:year',
              lazy: async () => ({ Component: (await import('./report/report-page.tsx')).ReportPage }),
            },
            {
              path: 'filings',
              lazy: async () => ({ Component: (await import('./filing/filings-page.tsx')).FilingsPage }),
            },
            {
              path: 'filings/cases/:id',
              lazy: async () => ({ Component: (await import('./filing/filing-page.tsx')).FilingCase }),
            },
            {
              path: 'filings/:year/sum',
              lazy: async () => ({ Component: (await import('./filing/sum-page.tsx')).SumPage }),
            },
            {
              path: 'filings/:year/:filer',
              lazy: async () => ({ Component: (await import('./filing/filing-page.tsx')).FilingPage }),
            },
            {
              path: 'columns',
              lazy: async () => ({ Component: (await import('./platform/columns-page.tsx')).ColumnsPage }),
            },
            {
              path: 'coverage',
              lazy: async () => ({ Component: (await import('./supervision/coverage-page.tsx')).CoveragePage }),
            },
            {
              path: 'catalogue',
              lazy: async () => ({ Component: (await import('./platform/catalogue-page.tsx')).CataloguePage }),
            },
            {
              path: 'guide',
              lazy: async () => ({ Component: (await import('./platform/guide-page.tsx')).GuidePage }),
            },
            {
              path: 'word-lists',
              lazy: async () => ({
                Component: (await import('./disclosure/word-lists/word-lists-page.tsx')).WordListsPage,
              }),
            },
            {
              path: 'review-plan',
              lazy: async () => ({ Component: (await import('./review/review-plan-page.tsx')).ReviewPlanPage }),
            },
            {
              path: 'stand-ins',
              lazy: async () => ({ Component: (await import('./review/stand-ins-page.tsx')).StandInsPage }),
            },
            {
              path: 'records',
              lazy: async () => ({ Component: (await import('./disclosure/list/records-page.tsx')).RecordsPage }),
            },
            {
              path: 'records/:id/editions/:edition',
              lazy: async () => ({ Component: (await import('./disclosure/edition-page.tsx')).EditionPage }),
            },
            {
              path: 'records/:id/editions/:edition/approval',
              lazy: async () => ({
                Component: (await import('./disclosure/approval/approval-page.tsx')).ApprovalPage,
              }),
            },
            {
              path: 'ledgers/documents',
              lazy: async () => ({ Component: (await import('./ledgers/documents/documents-page.tsx')).DocumentsPage }),
            },
            {
              path: 'ledgers/documents/:id',
              lazy: async () => ({ Component: (await import('./ledgers/documents/document-page.tsx')).DocumentPage }),
            },
            {
              path: 'ledgers/decisions',
              lazy: async () => ({ Component: (await import('./ledgers/decisions/decisions-page.tsx')).DecisionsPage }),
            },
            {
              path: 'ledgers/decisions/new',
              lazy: async () => ({
                Component: (await import('./ledgers/decisions/decision-form-page.tsx')).NewDecisionPage,
              }),
            },
            {
              path: 'ledgers/decisions/:id',
              lazy: async () => ({ Component: (await import('./ledgers/decisions/decision-page.tsx')).DecisionPage }),
            },
            {
              path: 'ledgers/decisions/:id/edit',
              lazy: async () => ({
                Component: (await import('./ledgers/decisions/decision-form-page.tsx')).ChangeDecisionPage,
              }),
            },
            {
              path: 'ledgers/imports',
              lazy: async () => ({ Component: (await import('./ledgers/imports/imports-page.tsx')).ImportsPage }),
            },
            {
              path: 'ledgers/imports/new',
              lazy: async () => ({ Component: (await import('./ledgers/imports/import-page.tsx')).ImportPage }),
            },
            {
              path: 'ledgers/fees',
              lazy: async () => ({ Component: (await import('./ledgers/fees/fees-page.tsx')).FeesPage }),
            },
            {
              path: 'ledgers/remedies/new',
              lazy: async () => ({ Component: (await import('./remedies/open-case-page.tsx')).OpenCasePage }),
            },
            {
              path: 'ledgers/remedies/:id',
              lazy: async () => ({ Component: (await import('./remedies/remedy-case.tsx')).RemedyCasePage }),
            },
            {
              path: 'ledgers/remedies',
              lazy: async () => ({ Component: (await import('./remedies/remedies-page.tsx')).RemediesPage }),
            },
            {
              path: 'ledgers/corrections',
              lazy: async () => ({ Component: (await import('./ledgers/rows/corrections-page.tsx')).CorrectionsPage }),
            },
            {
              path: 'ledgers/corrections/:ledger/:id',
              lazy: async () => ({ Component: (await import('./ledgers/rows/row-page.tsx')).RowPage }),
            },
            {
              path: 'ledgers/years',
              lazy: async () => ({ Component: (await import('./ledgers/years/years-page.tsx')).YearsPage }),
            },
            {
              path: 'channels',
              lazy: async () => ({ Component: (await import('./channels/channels-page.tsx')).ChannelsPage }),
            },
            {
              path: 'channels/originality',
              lazy: async () => ({ Component: (await import('./channels/originality-page.tsx')).OriginalityPage }),
            },
            {
              path: 'timeliness',
              lazy: async () => ({ Component: (await import('./supervision/timeliness-page.tsx')).TimelinessPage }),
            },
            {
              path: 'units',
              lazy: async () => ({ Component: (await import('./organs/units-page.tsx')).UnitsPage }),
            },
            {
              path: 'staff',
              lazy: async () => ({ Component: (await import('./organs/staff-page.tsx')).StaffPage }),
            },
            {
              path: 'first-steps',
              lazy: async () => ({ Component: (await import('./organs/first-steps-page.tsx')).FirstStepsPage }),
            },
            {
              path: 'offices',
              lazy: async () => ({ Component: (await import('./organs/offices-page.tsx')).OfficesPage }),
            },
            {
              path: 'organ',
              lazy: async () => ({ Component: (await import('./organs/organ-page.tsx')).OrganPage }),
            },
            {
              path: 'settings',
              lazy: async () => ({ Component: (await import('./organs/settings-page.tsx')).SettingsPage }),
            },
            {
              path: 'calendar',
              lazy: async () => ({ Component: (await import('./calendar/calendar-page.tsx')).CalendarPage }),
            },
            {
              path: 'operations',
              lazy: async () => ({ Component: (await import('./operations/operations-page.tsx')).OperationsPage }),
            },
            {
              path: 'audit',
              lazy: async () => ({ Component: (await import('./organs/audit-page.tsx')).AuditPage }),
            },
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
)
