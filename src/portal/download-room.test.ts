import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { downloadRoom } from './download-room.ts'

const anAnswer = () => {
  const raw = new ServerResponse(new IncomingMessage(new Socket()))
  return { raw }
}

test('a place is given back when the answer has ended, and whoever had gone before takes none', () => {
  const take = downloadRoom(1)
  for (const _ of [1, 2, 3]) {
    const gone = anAnswer()
    gone.raw.destroy()
    take(gone)
  }
  const first = anAnswer()
  take(first)
  expect(() => take(anAnswer())).toThrow('下载目录的人较多')
  first.raw.emit('close')
  take(anAnswer())
})
