import type { EnclosureFinding } from '../../../requests/case-view.ts'

/** What is typed for the findings in the enclosures, by `reasonKey`. */
export type TypedReasons = Readonly<Record<string, string | undefined>>

/** One reason answers for every place of a kind in a file. */
export const reasonKey = ({ fileId, kind }: Pick<EnclosureFinding, 'fileId' | 'kind'>): string => `${fileId} ${kind}`

/** The findings that leave the house only with a reason. */
const openFindings = (findings: readonly EnclosureFinding[]): EnclosureFinding[] =>
  findings.filter(({ severity }) => severity === 'confirm')

const reasonFor = (finding: EnclosureFinding, typed: TypedReasons): string => typed[reasonKey(finding)]?.trim() ?? ''

/** The reasons for what is to stay, as they are sent: of findings that are there, and none left empty. */
export const reasonsGiven = (findings: readonly EnclosureFinding[], typed: TypedReasons) =>
  openFindings(findings).flatMap((finding) => {
    const { fileId, kind } = finding
    const reason = reasonFor(finding, typed)
    return reason ? [{ fileId, kind, reason }] : []
  })

/** The names of the fields in which a reason is still wanted. */
export const reasonsWanted = (findings: readonly EnclosureFinding[], typed: TypedReasons): string[] =>
  openFindings(findings)
    .filter((finding) => reasonFor(finding, typed) === '')
    .map(reasonKey)
