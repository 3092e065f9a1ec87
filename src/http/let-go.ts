import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Whoever was answered before all of the request had come may send the rest for so long, in milliseconds, or no browser shows the
 * answer; then the connection is shut. Without it a body that is refused at once keeps its connection for as long as the
 * largest upload may take.
 */
export function letGo(request: IncomingMessage, response: ServerResponse, lingerMs: number): void {
  response.once('finish', () => {
    if (request.complete) return
    const { socket } = request
    const shut = setTimeout(() => socket.destroy(), lingerMs)
    const calm = () => {
      clearTimeout(shut)
      socket.off('close', calm)
    }
    request.once('end', calm)
    socket.once('close', calm)
  })
}
