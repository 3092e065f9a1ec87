import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { rowLedgers } from '../src/app/row-ledgers.ts'
import { Channel } from '../src/channels/channel.ts'
import { WantedPublications } from '../src/channels/wanted.ts'
import { fieldWords } from '../src/console/organs/detail-words.ts'
import { WantedRecords } from '../src/disclosure/wanted.ts'
import { WordListFacts } from '../src/disclosure/word-list.ts'
import { AdministrativeFee } from '../src/ledgers/administrative-fee.ts'
import { WantedDecisions } from '../src/ledgers/decisions/wanted.ts'
import { NewAmendment } from '../src/ledgers/documents/document.ts'
import { WantedDocuments } from '../src/ledgers/documents/wanted.ts'
import { NormativeDocument } from '../src/ledgers/normative-document.ts'
import { LogQuery } from '../src/organs/audit-log/log.ts'
import { NewOffice } from '../src/organs/offices/office.ts'
import { OrganChange } from '../src/organs/organ.ts'
import { SiteFacts } from '../src/organs/site-facts.ts'
import { NewUnit, UnitChange } from '../src/organs/units/unit.ts'
import { CatalogueForm } from '../src/platform/catalogue/item.ts'
import { ColumnClosing, NewColumn } from '../src/platform/columns/column.ts'
import { Guide } from '../src/platform/guide/guide.ts'
import { WantedRemedies } from '../src/remedies/wanted.ts'
import { OutsideFiler } from '../src/report/filing/filer.ts'
import { WantedRequests } from '../src/requests/wanted.ts'
import { NewStandIn } from '../src/review/stand-ins/stand-in.ts'
import { NewDeclaration } from '../src/supervision/coverage/declaration.ts'
import { WantedLate } from '../src/supervision/timeliness/wanted.ts'

/** Of each entry that the code records, what its detail holds: names where they are written there, else the words of the code. */
function detailsInCode() {
  const names = new Map<string, string>()
  const computed = new Set<string>()
  for (const file of globSync('src/**/*.ts').filter((each) => !/\.test\.ts$|\/testing\//.test(each))) {
    const code = readFileSync(file, 'utf8')
    if (!code.includes('audit/record.ts')) continue
    const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
    const take = (detail: ts.Expression): void => {
      if (ts.isObjectLiteralExpression(detail))
        for (const each of detail.properties)
          if (each.name) names.set(each.name.getText(), file)
          else computed.add(`${file}: ${each.getText()}`)
      else {
        const literals = ts.isIdentifier(detail) ? literalsNamed(source, detail.text) : []
        if (literals.length === 0) computed.add(`${file}: ${detail.getText()}`)
        for (const literal of literals) take(literal)
      }
    }
    const note = (node: ts.Node): void => {
      const detail = detailOf(node)
      if (detail) take(detail)
      ts.forEachChild(node, note)
    }
    note(source)
  }
  return { names, computed }
}

/** `detail` of a call of `record`, which some files import as `audit`. */
function detailOf(node: ts.Node): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !/^(record|audit)$/.test(node.expression.getText())) return undefined
  const [, , , entry] = node.arguments
  if (!entry || !ts.isObjectLiteralExpression(entry)) return undefined
  for (const each of entry.properties) {
    if (each.name?.getText() !== 'detail') continue
    if (ts.isPropertyAssignment(each)) return each.initializer
    if (ts.isShorthandPropertyAssignment(each)) return each.name
  }
  return undefined
}

/** What a constant of this name holds, wherever it is written as an object. */
function literalsNamed(source: ts.SourceFile, name: string): ts.ObjectLiteralExpression[] {
  const found: ts.ObjectLiteralExpression[] = []
  const look = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer)
      if (ts.isObjectLiteralExpression(node.initializer)) found.push(node.initializer)
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

const { names, computed } = detailsInCode()

const keysOf = (form: { readonly shape: object }): string[] => Object.keys(form.shape)
const columnsOfLedgers = Object.values(rowLedgers).flatMap(({ columns }) => columns.map(({ id }) => id))

const listsExported = [
  WantedRecords,
  WantedRequests,
  WantedDecisions,
  WantedDocuments,
  WantedRemedies,
  WantedPublications,
  WantedLate,
]

/** What a detail holds that is computed, by the file and the words of the code; looked at again whenever there is another one. */
const holds: Readonly<Record<string, readonly string[]>> = {
  'src/channels/actions.ts: ...channel': keysOf(Channel),
  'src/demo/demo-imports.ts: ...counts': ['added', 'changed', 'unchanged'],
  'src/disclosure/actions/begin.ts: ...origin': ['copiedFrom'],
  'src/disclosure/actions/take-step.ts: ...reasonsIn(input)': ['reasons', 'gate', 'place', 'reason'],
  'src/disclosure/actions/word-lists.ts: ...facts': keysOf(WordListFacts),
  'src/ledgers/decisions/export.ts: ...span': ['from', 'to'],
  'src/ledgers/documents/actions.ts: ...amendment': keysOf(NewAmendment),
  'src/ledgers/documents/actions.ts: ...document': keysOf(NormativeDocument),
  'src/ledgers/documents/actions.ts: ...gone': keysOf(NewAmendment),
  'src/ledgers/fees/actions.ts: ...fee': keysOf(AdministrativeFee),
  'src/ledgers/import.ts: ...told': ['touched', 'whole', 'ledger', 'year'],
  'src/ledgers/import.ts: ...totals': ['added', 'changed', 'unchanged', 'sheets', 'sheet', 'rows'],
  'src/ledgers/imports/undo.ts: ...undone': ['removed', 'restored', 'reportsToRevise'],
  'src/ledgers/rows/actions.ts: ...toldOf(change)': columnsOfLedgers,
  'src/ledgers/rows/actions.ts: ...toldOf(correction)': columnsOfLedgers,
  'src/lists/export-list.ts: ...chosen': listsExported.flatMap(keysOf),
  'src/lists/export-list.ts: ...which': ['ledger'],
  'src/organs/actions.ts: change': [...keysOf(OrganChange), ...keysOf(SiteFacts)],
  'src/organs/audit-log/actions.ts: ...faults': ['faults'],
  'src/organs/audit-log/actions.ts: query': keysOf(LogQuery),
  'src/organs/offices/actions.ts: office': keysOf(NewOffice),
  'src/organs/session/actions.ts: detail': ['secondFactor'],
  'src/organs/session/second-factor-actions.ts: detail': ['bySetUpKey', 'name', 'count'],
  'src/organs/units/actions.ts: change': keysOf(UnitChange),
  'src/organs/units/actions.ts: unit': keysOf(NewUnit),
  'src/platform/catalogue/actions.ts: ...before': keysOf(CatalogueForm),
  'src/platform/catalogue/actions.ts: ...counts': ['added', 'changed', 'unchanged'],
  'src/platform/catalogue/actions.ts: form': keysOf(CatalogueForm),
  'src/platform/columns/actions.ts: ...closing': keysOf(ColumnClosing),
  'src/platform/columns/actions.ts: column': keysOf(NewColumn),
  'src/remedies/cases/actions.ts: ...toldOf(moved)': ['reportsToRevise'],
  'src/report/draft/actions.ts: ...toldOf(event)': [
    'revision',
    'deviations',
    'cell',
    'name',
    'frozen',
    'now',
    'reason',
    'on',
  ],
  'src/report/filing/enact.ts: ...facts': ['sha256', 'hash', 'reason', 'dueOn'],
  'src/report/filing/keep-filers.ts: ...filer': keysOf(OutsideFiler),
  'src/requests/actions/take-step.ts: ...moved': ['reportsToRevise'],
  'src/requests/actions/take-step.ts: ...printedAsCodes': ['printedAsCodes'],
  'src/requests/actions/take-step.ts: ...why': [
    'reasons',
    'gate',
    'place',
    'reason',
    'severity',
    'where',
    'words',
    'fileId',
  ],
  'src/review/stand-ins/actions.ts: wish': keysOf(NewStandIn),
  'src/supervision/coverage/actions.ts: ...declaration': keysOf(NewDeclaration),
}

test('whatever the code notes in the detail of an audit entry has a Chinese name', () => {
  expect(names.size).toBeGreaterThan(50)
  const nameless = [...names].filter(([name]) => fieldWords(name) === name)
  expect(nameless).toEqual([])
})

test('so has what a change of the guide is made of', () => {
  expect(keysOf(Guide).filter((key) => fieldWords(key) === key)).toEqual([])
})

test('so has whatever stands in a detail that is computed', () => {
  expect([...computed].toSorted()).toEqual(Object.keys(holds).toSorted())
  for (const [place, keys] of Object.entries(holds))
    expect(
      keys.filter((key) => fieldWords(key) === key),
      place,
    ).toEqual([])
})
