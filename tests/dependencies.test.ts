import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8'))
const Names = z.record(z.string(), z.string()).default({})

const Package = z.object({
  dependencies: Names,
  devDependencies: Names,
  allowScripts: z.record(z.string(), z.boolean()),
})
const Entry = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  license: z.string().optional(),
  optional: z.boolean().default(false),
  os: z.array(z.string()).optional(),
  hasInstallScript: z.boolean().default(false),
})
const Lock = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), z.unknown()) })

const wanted = Package.parse(read('package.json'))
const entries = Object.entries(Lock.parse(read('package-lock.json')).packages)
  .filter(([place]) => place !== '')
  .map(([place, entry]) => ({ name: place.split('node_modules/').at(-1) ?? '', ...Entry.parse(entry) }))

/** Of other platforms a mirror may have nothing; `npm ci` takes them from nowhere then. docs/operations.md, “Packages”. */
const elsewhere = ({ name, optional, os }: (typeof entries)[number]) =>
  optional && os !== undefined && !/linux-x64(?:-gnu)?$/.test(name)

const licences = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'MPL-2.0',
  'CC-BY-4.0',
  'OFL-1.1',
  'MIT AND OFL-1.1',
  '(MIT AND Zlib)',
  'MIT AND Apache-2.0',
  'MIT OR Apache-2.0',
  '(MIT OR CC0-1.0)',
  '(MIT OR GPL-3.0-or-later)',
]

test('every package has an exact version and, for the platforms that we serve, its checksum', () => {
  expect(entries.length).toBeGreaterThan(500)
  const inexact = Object.entries({ ...wanted.dependencies, ...wanted.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  )
  expect(inexact).toEqual([])
  const here = entries.filter((entry) => !elsewhere(entry))
  expect(
    here.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(({ name }) => name),
  ).toEqual([])
  // No entry says where it comes from: the registry of whoever installs, and no address of a stranger.
  expect(entries.filter(({ resolved }) => resolved !== undefined).map(({ name }) => name)).toEqual([])
})

test('only packages that are known to need it run a program when they are installed', () => {
  const scripted = entries.filter((entry) => entry.hasInstallScript && !elsewhere(entry)).map(({ name }) => name)
  const allowed = Object.keys(wanted.allowScripts).filter((name) => wanted.allowScripts[name])
  expect(scripted.sort()).toEqual(allowed.sort())
})

test('every package has a licence that we may use', () => {
  const strange = entries.filter((entry) => !elsewhere(entry) && !licences.includes(entry.license ?? ''))
  expect(strange.map(({ name, license }) => `${name} ${license}`)).toEqual([])
})
