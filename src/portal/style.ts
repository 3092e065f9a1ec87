import { createHash } from 'node:crypto'
import reportStyle from '../report/write/report.css?inline'
import disclosureStyle from './disclosure/disclosure.css?inline'
import partsStyle from './parts.css?inline'
import platformStyle from './platform/platform.css?inline'
import portalStyle from './portal.css?inline'
import reportPageStyle from './report-page.css?inline'
import reportsStyle from './reports/reports.css?inline'
import requestStyle from './requests/requests.css?inline'

/** The one stylesheet of the portal. */
export const style = [
  reportStyle,
  portalStyle,
  partsStyle,
  reportPageStyle,
  reportsStyle,
  requestStyle,
  disclosureStyle,
  platformStyle,
].join('\n')

/** Its address changes with its content, so that it may be kept for ever. */
export const stylePath = `/assets/portal-${createHash('sha256').update(style).digest('hex').slice(0, 16)}.css`
