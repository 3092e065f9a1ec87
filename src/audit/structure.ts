import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import { installationRoot } from '../db/runtime.ts'
import { dumpSchema, statementsByName } from '../db/schema-dump.ts'
import { parseRest, readRest } from '../db/schema-rest.ts'

/** So many are told; a database of another program would differ in everything. */
const mostTold = 20

/**
 * Where the database is made otherwise than by the migrations of this program, in words; nothing when it is as it should be.
 * It is one for all organs: what a trigger, a view or a function of somebody else's does is not seen in the rows alone.
 */
export async function verifyStructure(db: Database): Promise<readonly string[]> {
  const ours = (name: string) => readFileSync(join(installationRoot(), 'migrations', name), 'utf8')
  const told = new Set([
    ...differences(statementsByName(ours('schema.sql')), statementsByName(await dumpSchema(db))),
    ...differences(parseRest(ours('schema-rest.txt')), await readRest(db)),
  ])
  const untold = told.size - mostTold
  return [...[...told].slice(0, mostTold), ...(untold > 0 ? [`数据库结构与程序不符：另有${untold}处`] : [])]
}

function differences(wanted: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...wanted.keys(), ...found.keys()])].filter((name) => wanted.get(name) !== found.get(name))
  return names.map((name) => {
    const how = !wanted.has(name) ? '不是程序建立的' : found.has(name) ? '被改动' : '不在了'
    return `数据库结构与程序不符：${name} ${how}`
  })
}
