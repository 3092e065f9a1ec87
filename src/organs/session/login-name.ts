import { z } from 'zod'

/** Admin, ＡＤＭＩＮ and admin with a joiner in it are one account: what is not seen or only looks different does not count. */
export const plainLogin = (typed: string): string =>
  typed
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[\p{Cf}\s]/gu, '')
    .toLowerCase()

export const LoginName = z
  .string()
  .max(200)
  .transform(plainLogin)
  .pipe(z.string().regex(/^[a-z][a-z0-9._-]{1,31}$/, '登录名用2至32个小写字母、数字、点、连字符或者下划线，以字母开头'))
