import { Refusal } from './refusal.ts'

/** What is refused of passkeys and of the city's directory. */
export const signInRefusals = {
  noDirectoryAccount: () =>
    new Refusal(
      'invalid',
      'no_directory_account',
      '统一身份认证给出的账号在本平台没有可以使用的账号，请联系系统管理员',
    ),
  noPasskeysHere: (why: string) => new Refusal('conflict', 'no_passkeys_here', why),
  passkeyFailed: () =>
    new Refusal(
      'invalid',
      'passkey_failed',
      '通行密钥没有验证通过，请再试一次。仍然不行的，有身份验证器的改用动态码，没有的请安全管理员重置第二重验证',
    ),
  passkeyCopied: () =>
    new Refusal(
      'invalid',
      'passkey_copied',
      '这把通行密钥的使用次数比上次记录的少，可能已经被人复制，没有通过。请改用其他方式登录后移除它，并告知安全管理员',
    ),
  passkeyNotAdded: () =>
    new Refusal('invalid', 'passkey_not_added', '通行密钥没有绑定成功，请重新绑定；仍然不行的，请换一台设备'),
  passkeyKnown: () => new Refusal('conflict', 'passkey_known', '这台设备上的这把通行密钥已经绑定过，不需要再绑定'),
  tooManyPasskeys: (most: number) =>
    new Refusal('conflict', 'too_many_passkeys', `每人最多绑定${most}把通行密钥，请先移除不用的`),
  unknownPasskey: () => new Refusal('missing', 'unknown_passkey', '没有这把通行密钥，可能已经移除'),
  lastSecondFactor: () =>
    new Refusal(
      'conflict',
      'last_second_factor',
      '这是您唯一的第二重验证，不能移除。请先绑定身份验证器或者另一把通行密钥',
    ),
  notProved: () =>
    new Refusal('conflict', 'not_proved', '改动登录方式前要再次核对密码和第二重验证，五分钟内有效，请先核对'),
  noSecondFactorHere: () =>
    new Refusal('conflict', 'no_second_factor_here', '演示账号由多人共用，不设第二重验证，不能绑定通行密钥'),
}
