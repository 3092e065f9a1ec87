import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { securityHeaders } from './security-headers.ts'

const said: Readonly<Record<string, { readonly status: number; readonly words: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    words: '浏览器随请求发来的内容过长，请清除本网站的Cookie，或者改用较短的网址后重试。',
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, words: '请求没有在规定的时间内发完，请检查网络后重试。' },
}
const notUnderstood = { status: 400, words: '服务器看不懂这个请求，请从首页重新打开。' }

/** What is no request, or none that ends: no route, hook or page hears of it, so it is answered here, and shut. */
export function answerUnparsed(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const { status, words } = said[error.code ?? ''] ?? notUnderstood
  const body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>请求没有被接受</title><p>${words}</p></html>`
  const headers = {
    ...securityHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`)
}
