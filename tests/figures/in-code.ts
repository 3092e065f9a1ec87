import ts from 'typescript'
import type { Source } from './sources.ts'

interface InCode {
  readonly longFunctions: readonly string[]
  readonly casts: readonly string[]
  readonly castsThroughUnknown: readonly string[]
  readonly spreadLiterals: readonly string[]
}

const mostLines = 60

/** What is counted in one file, each as `path:line`. */
export function lookInto({ path, text }: Source): InCode {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const lineOf = (place: number) => file.getLineAndCharacterOfPosition(place).line + 1
  const linesOf = (node: ts.Node) => lineOf(node.getEnd()) - lineOf(node.getStart(file)) + 1
  const nodes = [...everyNode(file)]
  const placesOf = (found: readonly ts.Node[]) => found.map((node) => `${path}:${lineOf(node.getStart(file))}`)
  const casts = nodes.filter(isCast)
  return {
    longFunctions: placesOf(
      nodes
        .slice(1)
        .filter(isBody)
        .filter((body) => linesOf(body) > mostLines),
    ),
    casts: placesOf(casts.filter(({ parent }) => !isCast(parent))),
    castsThroughUnknown: placesOf(casts.filter(({ expression }) => isCast(expression))),
    spreadLiterals: placesOf(nodes.filter(isSpreadLiteral)),
  }
}

function* everyNode(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* everyNode(child)
}

const isBody = (node: ts.Node): boolean =>
  ts.isFunctionLike(node.parent) && 'body' in node.parent && node.parent.body === node

const isCast = (node: ts.Node): node is ts.AssertionExpression =>
  ts.isAssertionExpression(node) && !ts.isConstTypeReference(node.type)

/** As `packed-spread.grit` has it. */
const isSpreadLiteral = (node: ts.Node): boolean =>
  (ts.isSpreadAssignment(node) || ts.isSpreadElement(node)) && isLiteral(node.expression)

const isLiteral = (node: ts.Expression): boolean =>
  ts.isParenthesizedExpression(node) || ts.isAsExpression(node)
    ? isLiteral(node.expression)
    : ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node)
