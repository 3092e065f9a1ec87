import { expect, test } from 'vitest'
import { readWordList } from './word-list-file.ts'

const read = (text: string) => readWordList(Buffer.from(text), '词表.csv')

test('a cell behind a quotation mark that is never closed is refused for that, before anything is done with it', async () => {
  const open = `词语,类别\n"${'甲\n'.repeat(200_000)}`
  expect(await read(open)).toEqual({
    problems: [{ row: 2, message: '“词语”一格超过1000个字，是不是有引号没有成对' }],
  })
  expect(await read(`词语,建议改为\n甲乙,"${'丙\n'.repeat(2_000)}`)).toEqual({
    problems: [{ row: 2, message: '“建议改为”一格超过1000个字，是不是有引号没有成对' }],
  })
})

test('a word of sixty signs and a suggestion of two hundred are taken, one sign more is told as what it is', async () => {
  const [word, suggestion] = ['甲'.repeat(60), '乙'.repeat(200)]
  expect(await read(`词语,建议改为\n${word},${suggestion}`)).toMatchObject({ words: [{ word, suggestion }] })
  expect(await read(`词语,建议改为\n${word}甲,乙`)).toEqual({ problems: [{ row: 2, message: '词语应为2至60个字' }] })
  expect(await read(`词语,建议改为\n甲甲,${suggestion}乙`)).toEqual({
    problems: [{ row: 2, message: '建议不超过200个字' }],
  })
})
