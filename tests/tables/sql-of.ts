import ts from 'typescript'

/** The tables that a piece of source writes and reads, and what of its SQL names no table that can be read here. */
export interface SqlOf {
  readonly written: ReadonlySet<string>
  readonly read: ReadonlySet<string>
  readonly unclear: readonly string[]
}

/** What the schema has: its tables, and the tables that its functions read. */
export interface Schema {
  readonly tables: ReadonlySet<string>
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>
}

const writers = ['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']
const readers = ['selectFrom', 'from', 'using', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin']
/** Pieces of `db` that are told a table, and write it. */
const namedWriters = ['tableRows', 'insertRows']
const mustBeNamed = [...writers, 'selectFrom', 'table', ...namedWriters]

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Words of an SQL text that are tables: those after a verb that writes are written. */
function tablesIn(text: string, { tables, functions }: Schema) {
  const bare = text.replace(/--.*$/gm, ' ').replace(/'(?:[^']|'')*'/g, "''")
  const written = new Set<string>()
  const read = new Set<string>()
  for (const [, verb, table = ''] of bare.matchAll(
    /\b(insert into|update|delete from|merge into)\s+(?:only\s+)?(\w+)/gi,
  ))
    if (verb && tables.has(table)) written.add(table)
  const rest = bare.replace(/\b(insert into|update|delete from|merge into)\s+(?:only\s+)?\w+/gi, ' ')
  // What stands before or after a point is a column or an alias.
  for (const [word] of rest.matchAll(/(?<![.\w])[a-z_]+(?![\w.])/g)) if (tables.has(word)) read.add(word)
  for (const [, name = ''] of rest.matchAll(/(?<![.\w])([a-z_]+)\s*\(/g))
    for (const table of functions.get(name) ?? []) read.add(table)
  return { written, read }
}

/** The schema as `migrations/schema.sql` has it. */
export function schemaOf(text: string): Schema {
  const tables = new Set([...text.matchAll(/^create table (\w+) /gm)].map(([, name = '']) => name))
  const functions = new Map<string, ReadonlySet<string>>()
  const bodies = text.matchAll(/FUNCTION public\.(\w+)\([\s\S]*?AS \$function\$([\s\S]*?)\$function\$/g)
  for (const [, name = '', body = ''] of bodies)
    functions.set(name, tablesIn(body, { tables, functions: new Map() }).read)
  return { tables, functions }
}

const literals = (node: ts.Expression): string[] => {
  if (ts.isStringLiteralLike(node)) return [node.text]
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(literals) : []
}

const templateText = (template: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join(' ? ')

const calledOf = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : ''

/** Which argument names the table. */
const placeOf = (called: string): number => (called === 'insertRows' ? 1 : 0)

/** The SQL of a piece of TypeScript: Kysely's calls, `sql` texts, and the pieces of `db` that are told a table. */
export function sqlOf(source: string, schema: Schema): SqlOf {
  const written = new Set<string>()
  const read = new Set<string>()
  const unclear: string[] = []
  const upserts = source.includes('upsertRows(')
  const note = (into: Set<string>, name: string) => {
    const table = snake(name.split(' ')[0] ?? '')
    if (schema.tables.has(table)) into.add(table)
  }
  const call = (node: ts.CallExpression) => {
    const called = calledOf(node)
    const isWritten = writers.includes(called) || namedWriters.includes(called)
    const isRead = readers.includes(called)
    if (!isWritten && !isRead && !(called === 'table' && node.expression.getText().startsWith('sql.'))) return
    const named = node.arguments[placeOf(called)]
    const names = named ? literals(named) : []
    for (const name of names) note(isRead ? read : written, name)
    if (names.length === 0 && mustBeNamed.includes(called)) unclear.push(node.getText().slice(0, 60))
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) call(node)
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText().startsWith('sql')) {
      const found = tablesIn(templateText(node.template), schema)
      for (const table of found.written) written.add(table)
      for (const table of found.read) read.add(table)
    }
    if (upserts && ts.isPropertyAssignment(node) && node.name.getText() === 'table')
      for (const name of literals(node.initializer)) note(written, name)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return { written, read, unclear }
}
