// `npm run plan:figures`: how the code stands, in numbers; it asserts nothing. With `where`, each place as well.
import { lookInto } from './in-code.ts'
import { lookAtPlan } from './in-plan.ts'
import { fullLinesOf, linesOf, product, type Source, styles, written } from './sources.ts'

const mostLines = 250
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const long = (sources: readonly Source[]): readonly string[] =>
  sources.filter((source) => linesOf(source) > mostLines).map((source) => `${source.path} ${linesOf(source)}`)

const plan = lookAtPlan()
const code = product.map(lookInto)
const casts = code.flatMap((each) => each.casts)
const castsPer1000 = (casts.length * 1000) / sum(product.map(fullLinesOf))
const places: Readonly<Record<string, readonly string[]>> = {
  'imports that run up the plan': plan.upThePlan,
  'circles, of types too': plan.circles,
  'imports from disclosure to ledgers': plan.between('disclosure', 'ledgers'),
  'imports from ledgers to disclosure': plan.between('ledgers', 'disclosure'),
  'spread literals, tests too': written.flatMap((source) => lookInto(source).spreadLiterals),
  'functions over 60 lines': code.flatMap((each) => each.longFunctions),
  casts,
  'casts through another': code.flatMap((each) => each.castsThroughUnknown),
  'files over 250 lines': long(product),
  'files over 250 lines, tests too': long([...written, ...styles]),
}
const figures: Readonly<Record<string, string | number>> = {
  'casts per 1,000 lines': castsPer1000.toFixed(2),
  'lines of CSS': sum(styles.map(linesOf)),
}
const isAskedWhere = process.argv.includes('where')

for (const [name, found] of Object.entries(places)) {
  console.log(inColumns(name, found.length))
  if (isAskedWhere) for (const place of found) console.log(`  ${place}`)
}
for (const [name, figure] of Object.entries(figures)) console.log(inColumns(name, figure))

function inColumns(name: string, figure: string | number): string {
  return `${name.padEnd(36)}${String(figure).padStart(7)}`
}
