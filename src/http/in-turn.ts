import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'

/** No browser sends ahead; of those who do, so many requests wait. */
const mostAhead = 16

/**
 * One request of a connection at a time. What is sent ahead waits until the answer before it has gone, and is never begun when
 * the connection has gone by then; whoever sends more ahead is cut off. Without it one connection has thousands of requests
 * under way, and memory for all their answers.
 */
export function inTurn(handle: RequestListener): RequestListener {
  const ahead = new WeakMap<Socket, number>()
  return (request, response) => {
    // Node gives an answer its connection when it is its turn.
    if (response.socket !== null) return void handle(request, response)
    const { socket } = request
    const waiting = (ahead.get(socket) ?? 0) + 1
    if (waiting > mostAhead) return void socket.destroy()
    ahead.set(socket, waiting)
    response.once('socket', () => {
      ahead.set(socket, (ahead.get(socket) ?? 1) - 1)
      handle(request, response)
    })
  }
}
