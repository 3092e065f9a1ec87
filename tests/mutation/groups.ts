/** Rules that are tried together: the files that are mutated, the pure tests that run for each mutant, the least score. */
export interface Group {
  readonly mutate: readonly string[]
  readonly tests: readonly string[]
  readonly least: number
}

const within = (folder: string, ...names: readonly string[]): string[] => names.map((name) => `${folder}/${name}.ts`)
const testsOf = (folder: string, ...names: readonly string[]): string[] =>
  within(folder, ...names.map((name) => `${name}.test`))

export const groups: Readonly<Record<string, Group>> = {
  /** When something is due, whether it is late, and what an answer may be. */
  clocks: {
    mutate: [
      ...within('src/days', 'plain-date', 'read-day'),
      ...within('src/calendar', 'calendar', 'statutory-days', 'working-days'),
      ...within('src/law', 'deadlines', 'in-force', 'outcomes', 'validity'),
      ...within('src/requests', 'clock', 'due', 'late', 'consulted', 'history', 'fold-letters', 'report-cells'),
      ...within('src/requests', 'decision', 'check-answer', 'check-parts'),
      ...within('src/requests', 'lifecycle', 'steps', 'take', 'waiting-letter', 'what-moves'),
      ...within('src/ledgers/decisions', 'clock'),
      ...within('src/disclosure', 'deadline', 'validity'),
    ],
    tests: [
      ...testsOf('src/days', 'plain-date', 'read-day', 'read-day-writings'),
      ...testsOf('src/calendar', 'calendar', 'statutory-days', 'working-days'),
      ...testsOf('src/law', 'deadlines', 'outcomes', 'validity'),
      ...testsOf(
        'src/requests',
        'clock',
        'clock-strip',
        'due',
        'late',
        'history',
        'history-corrections',
        'report-cells',
      ),
      ...testsOf(
        'src/requests',
        'decision',
        'check-answer',
        'take',
        'take-answer',
        'take-letters',
        'take-corrections',
        'opinions-relied-on',
        'lifecycle',
        'next-step',
      ),
      ...testsOf('src/requests', 'check-parts', 'waiting-letter', 'what-moves'),
      ...testsOf('src/ledgers/decisions', 'decision'),
      ...testsOf('src/disclosure', 'deadline', 'validity'),
    ],
    least: 90,
  },
  /** What a request is charged, and what becomes of the fee. */
  fees: {
    mutate: [
      ...within('src/law', 'fees'),
      ...within('src/requests/fees', 'fee-month', 'fold-fee', 'how-fee-stands', 'reckon-fee', 'take-fee'),
    ],
    tests: [
      ...testsOf('src/law', 'fees'),
      ...testsOf('src/requests/fees', 'fee-month', 'fold-fee', 'reckon-fee', 'take-fee'),
    ],
    least: 90,
  },
  /** What a report is told to be wrong in, what is known of a year, and the ground of each of its sentences. */
  checks: {
    mutate: [
      ...within('src/report/check', 'arithmetic', 'check-report', 'fee-amount', 'fee-statement', 'form', 'ground'),
      ...within('src/report/check', 'last-year', 'overview', 'plain-text', 'repeated', 'rules-power'),
      ...within('src/report/check', 'template-residue', 'why-not-compared', 'year'),
      ...within('src/report/check/narrative', 'clauses', 'mismatch', 'numerals', 'statements'),
      ...within('src/report/narrative', 'known', 'narrative', 'other-matters', 'overview', 'problems', 'sentence'),
      ...within('src/report', 'fee-level', 'finding', 'finding-list'),
      ...within('src/money', 'decimal', 'yuan'),
      ...within('src/ledgers/years', 'ledger-year', 'state', 'years-of-rows'),
    ],
    tests: [
      ...testsOf('src/report/check', 'plain-text', 'form', 'last-year', 'rules-power', 'year', 'required-parts'),
      ...testsOf('src/report/check', 'fee-amount', 'template-residue', 'repeated', 'check-report', 'arithmetic'),
      ...testsOf('src/report/check/narrative', 'mismatch', 'statements'),
      ...testsOf('src/report/narrative', 'narrative', 'problems', 'wording'),
      ...testsOf('src/report', 'findings', 'rollup'),
      ...testsOf('src/money', 'yuan'),
      ...testsOf('src/ledgers/years', 'state', 'years-of-rows'),
    ],
    least: 85,
  },
  /** Which label a word is, which column a header names, whose a figure is, and how cells that hang together are cut. */
  reader: {
    mutate: [
      ...within('src/report/read', 'applicant-columns', 'bare', 'choose-rows', 'doubtful-fee', 'draft', 'find-labels'),
      ...within('src/report/read', 'given-up', 'grid-headers', 'marks', 'missing', 'near-labels', 'pieces'),
      ...within('src/report/read', 'printed-figure', 'proactive-table', 'read-by-order', 'remedies-table'),
      ...within('src/report/read', 'remedy-columns', 'remedy-runs', 'requests-sums', 'requests-table', 'row-figures'),
      ...within('src/report/read', 'several-reports', 'table-rows', 'text-headers', 'torn', 'total-elsewhere'),
      ...within('src/report/read', 'unlikeness', 'which-format'),
      ...within('src/report/read/glued', 'broken', 'cut', 'print', 'solve', 'sums', 'zones'),
    ],
    tests: [
      ...testsOf('src/report/read', 'words-and-figures', 'requests-sums', 'not-read', 'cells-and-labels'),
      ...testsOf('src/report/read', 'find-labels', 'header-words', 'unknown-words', 'torn'),
      ...testsOf(
        'src/report/read',
        'headers-decide',
        'two-line-headers',
        'sections-two-and-four',
        'section-two',
        'section-three',
        'section-four',
        'read-page',
        'read-by-order',
        'several-reports',
        'every-layout',
      ),
      ...testsOf('src/report/read/glued', 'print', 'solve', 'unglue'),
      ...testsOf('src/report/read', 'reading-trouble', 'workbooks', 'damaged-reports'),
    ],
    least: 85,
  },
}

/** The group that MUTATION_GROUP names, the first where it names none. */
export function groupTried(): Group & { readonly id: string } {
  const id = process.env.MUTATION_GROUP ?? Object.keys(groups)[0] ?? ''
  const group = groups[id]
  if (!group) throw new Error(`no group “${id}”: ${Object.keys(groups).join(', ')}`)
  return { id, ...group }
}
