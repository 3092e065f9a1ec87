import { passwordMarks } from './password-marks.ts'

const others = [
  '不含账号、姓名、机关名称，不是地名、单位等常见的词加年份、连续数字或者键盘顺序',
  '好的做法：三四个互不相关的词（拼音或者汉字）连起来，夹上与日期无关的数字',
  '不与最近5次用过的密码相同',
]

/** What a password must be; told of the one that is being typed, or (undefined) of those of several people. */
export function PasswordRules({ password }: { password?: string | undefined }) {
  const plain = password === undefined ? passwordMarks.map(({ label }) => label) : []
  return (
    <ul className="why password-rules">
      {password === undefined
        ? null
        : passwordMarks.map(({ label, holds }) => (
            <li key={label} data-holds={holds(password)}>
              <span aria-hidden="true">{holds(password) ? '✓' : '○'}</span> {label}
              <span className="read-only-text">{holds(password) ? '（已满足）' : '（未满足）'}</span>
            </li>
          ))}
      {[...plain, ...others].map((label) => (
        <li key={label}>
          <span aria-hidden="true">·</span> {label}
        </li>
      ))}
    </ul>
  )
}
