const rooms = 'organs|disclosure|ledgers|channels|requests|remedies|report|supervision'
const doors = 'portal|console|cli|http'
const plumbing = 'apart|audit|backup|db|documents|faults|files|jobs|mail'
const testFile = '\\.(db\\.)?test\\.tsx?$|/testing/'

/** The floor plan of docs/architecture.md, as rules. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'the-law-stands-alone',
      severity: 'error',
      from: { path: '^src/(law|calendar)/', pathNot: testFile },
      to: { path: '^src/', pathNot: '^src/(law|calendar)/' },
    },
    {
      name: 'plumbing-knows-no-rooms',
      severity: 'error',
      from: { path: `^src/(${plumbing})/`, pathNot: testFile },
      to: { path: `^src/(${rooms}|${doors})/` },
    },
    {
      name: 'rooms-open-no-doors',
      severity: 'error',
      from: { path: `^src/(${rooms})/`, pathNot: testFile },
      to: { path: `^src/(${doors})/` },
    },
    {
      name: 'the-law-and-rules-do-no-io',
      severity: 'error',
      from: { path: '^src/(law|calendar)/', pathNot: testFile },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sql-only-in-stores',
      severity: 'error',
      from: { path: `^src/(${rooms}|${doors})/`, pathNot: `(^|/)store(\\.ts$|/)|${testFile}` },
      to: { path: '^node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-portal-and-console-hold-no-sql',
      severity: 'error',
      from: { path: '^src/console/' },
      to: { path: '(^|/)(store|actions)(\\.ts$|/)' },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: testFile },
      to: { path: `${testFile}|^tests/` },
    },
    { name: 'no-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
