/** The floors of docs/architecture.md, from the ground up. */
const pure = 'days|money|people|text|law|calendar|steps'
const plumbing = 'apart|audit|backup|db|faults|files|jobs|lists|mail|outbox|seals|search|typesetting|workbooks'
const base = 'organs'
const shared = 'review|platform|redaction'
const cases = 'requests|disclosure|ledgers|channels|feedback'
const over = 'report|supervision|remedies|subscriptions'
const app = 'app|demo'
const doors = 'portal|console|cli'

const testFile = '\\.(db\\.)?test\\.tsx?$|/testing/'
/** What a room says of itself; all else is its own business. */
const inside = '(^|/)(store|actions|routes)(\\.ts$|/)'
/** Holiday notices have a table and stand above the organs; the calendar itself is pure. */
const notices = '^src/calendar/notices/'
const rooms = (...names) => `^src/(${names.join('|')})/`
const product = (path, pathNot = testFile) => ({ path, pathNot })

/** The floor plan of docs/architecture.md, as rules. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'the-law-and-the-ground-stand-alone',
      severity: 'error',
      from: product(rooms(pure), `${testFile}|${notices}`),
      to: { path: '^src/', pathNot: [rooms(pure), '^src/refusal(\\.ts$|/)'] },
    },
    {
      name: 'the-law-and-rules-do-no-io',
      severity: 'error',
      from: product(rooms(pure), `${testFile}|${notices}`),
      to: { dependencyTypes: ['core'], pathNot: '^crypto$' },
    },
    {
      name: 'steps-and-folds-are-pure',
      severity: 'error',
      from: {
        path: '(^|/)(steps|take|lifecycle|history|edition|clock|due|deadline|validity|fold-[a-z-]+|chain|level|authorship|authors|turn|signer)\\.ts$',
        pathNot: rooms(plumbing, doors),
      },
      to: { path: ['^node_modules/(kysely|pg)/', '^src/db/', inside], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'plumbing-knows-no-rooms',
      severity: 'error',
      from: product(rooms(plumbing)),
      to: { path: [rooms(base, shared, cases, over, app, doors), notices] },
    },
    {
      name: 'the-base-knows-no-rooms-above',
      severity: 'error',
      from: product(rooms(base)),
      to: { path: rooms(shared, cases, over, app, doors) },
    },
    {
      name: 'what-is-shared-knows-no-cases',
      severity: 'error',
      from: product(rooms(shared)),
      to: { path: rooms(cases, over, app, doors) },
    },
    {
      name: 'cases-know-nothing-above',
      severity: 'error',
      from: product(rooms(cases)),
      to: { path: rooms(over, app, doors) },
    },
    {
      name: 'rooms-see-the-nouns-of-others-only',
      severity: 'error',
      from: product('^src/(requests|disclosure|ledgers|channels|feedback)/'),
      to: {
        path: [1, 2, 3].map((depth) => `^src/(${cases})${'/[^/]+'.repeat(depth - 1)}/(store|actions|routes)[./]`),
        pathNot: '^src/$1/',
      },
    },
    {
      name: 'settings-are-read-by-chosen-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/organs/settings/' },
      to: { path: '^src/organs/settings/store\\.ts$' },
    },
    {
      name: 'records-know-no-other-cases',
      severity: 'error',
      from: product(rooms('disclosure')),
      to: { path: rooms('requests', 'ledgers', 'channels', 'feedback') },
    },
    {
      name: 'registers-know-records-only',
      severity: 'error',
      from: product(rooms('ledgers')),
      to: { path: rooms('requests', 'channels', 'feedback') },
    },
    {
      name: 'nobody-beside-knows-feedback',
      severity: 'error',
      from: product(rooms('requests', 'channels')),
      to: { path: rooms('feedback') },
    },
    {
      name: 'rooms-open-no-doors',
      severity: 'error',
      from: product(rooms(over)),
      to: { path: rooms(app, doors) },
    },
    {
      name: 'http-knows-who-asks-and-no-room-else',
      severity: 'error',
      from: product('^src/http/'),
      to: { path: rooms(shared, cases, over, app, doors) },
    },
    {
      name: 'doors-open-beside-each-other',
      severity: 'error',
      from: product(rooms(doors)),
      to: { path: rooms(doors), pathNot: '^src/$1/' },
    },
    {
      name: 'sql-only-in-stores',
      severity: 'error',
      from: product(rooms(base, shared, cases, over, app, doors), `(^|/)store(\\.ts$|/)|${testFile}`),
      to: { path: '^node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-console-sees-rules-and-nouns-only',
      severity: 'error',
      from: product('^src/console/'),
      to: { path: [inside, '^src/db/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: 'error',
      from: product('^src/'),
      to: { path: `${testFile}|^tests/` },
    },
    {
      name: 'workbooks-are-read-and-written-through-one-port',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workbooks/xlsx/' },
      to: { path: '^node_modules/hucre/' },
    },
    {
      name: 'zips-are-read-and-written-through-one-port',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/files/zip/' },
      to: { path: '^node_modules/(yauzl|fflate)/' },
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
