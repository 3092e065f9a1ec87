// `npm run db:schema`: writes migrations/schema.sql, migrations/schema-rest.txt and src/db/schema.ts from a freshly migrated database.
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { openDatabase } from '../src/db/database.ts'
import { openRuntime } from '../src/db/runtime.ts'
import { dumpSchema } from '../src/db/schema-dump.ts'
import { readRest, writeRest } from '../src/db/schema-rest.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'

const folder = dataFolder('schema')
const runtime = await openRuntime({ dataFolder: folder })
const owner = openDatabase(runtime.ownerUrl)
writeFileSync('migrations/schema.sql', await dumpSchema(owner))
writeFileSync('migrations/schema-rest.txt', writeRest(await readRest(owner)))
await owner.destroy()
execFileSync('node_modules/.bin/kysely-codegen', [
  '--dialect',
  'postgres',
  '--url',
  runtime.ownerUrl,
  '--out-file',
  'src/db/schema.ts',
  '--camel-case',
  '--type-mapping',
  '{"date":"PlainDate","int8":"number"}',
  '--exclude-pattern',
  'migrations',
  '--custom-imports',
  '{"PlainDate":"../days/plain-date.ts"}',
])
await runtime.close()
rmSync(folder, { recursive: true, force: true })
