import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

const chinese = /[\u3400-\u9fff]/

const text = ({ node }) =>
  node.type === 'StringLiteral' ? node.value : node.type === 'TemplateElement' ? node.value.raw : ''

/** Chinese texts are words for people, not rules: a mutant of one is a misprint, which no rule test should hold. */
const wordsForPeople = {
  shouldIgnore: (path) =>
    chinese.test(text(path)) ||
    (path.isTemplateLiteral() && path.node.quasis.some((part) => chinese.test(part.value.raw)))
      ? 'words for people'
      : undefined,
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words-for-people', wordsForPeople)]
