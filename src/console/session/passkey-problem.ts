import { Problem } from '../problem.ts'

/** Why a passkey was not made or did not sign, from what the browser said of it. */
const words: Readonly<Record<string, string>> = {
  NotAllowedError: '没有完成：可能取消了、等待超时，或者这台设备上没有绑定过的通行密钥。请再试一次。',
  InvalidStateError: '这台设备已经绑定过通行密钥，不需要再绑定。',
  NotSupportedError: '这台设备不支持所需的通行密钥，请换用支持指纹、面容、PIN 的设备或者安全密钥。',
  ConstraintError: '这台设备不能核对是不是您本人，请先在设备上设置指纹、面容或者 PIN。',
  SecurityError: '现在的网址不能使用通行密钥，请从本平台公布的网址登录。',
}

export function passkeyProblem(error: unknown): Problem {
  const name = error instanceof Error ? error.name : ''
  return new Problem(-1, 'passkey', words[name] ?? '浏览器没有能够使用通行密钥，请再试一次。')
}
