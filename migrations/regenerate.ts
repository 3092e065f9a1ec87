// `npm run db:schema`: writes migrations/schema.sql and src/db/schema.ts from a freshly migrated database.
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { openRuntime } from '../src/db/runtime.ts'
import { dumpSchema } from '../src/db/schema-dump.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'

const folder = dataFolder('schema')
const runtime = await openRuntime({ dataFolder: folder })
writeFileSync('migrations/schema.sql', await dumpSchema(runtime.db))
execFileSync('node_modules/.bin/kysely-codegen', [
  ...['--dialect', 'postgres', '--url', runtime.url, '--out-file', 'src/db/schema.ts', '--camel-case'],
  ...['--type-mapping', '{"date":"PlainDate","int8":"number"}', '--exclude-pattern', 'migrations'],
  ...['--custom-imports', '{"PlainDate":"../calendar/plain-date.ts"}'],
])
await runtime.close()
rmSync(folder, { recursive: true, force: true })
