/** The rules that a new password must keep, ticked while it is typed. The server decides. */
const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/]
const kindsIn = (password: string) => kinds.filter((kind) => kind.test(password)).length

const rules = (login: string) => [
  { label: '至少12个字符', holds: (password: string) => password.length >= 12 },
  {
    label: '含大写字母、小写字母、数字、符号中的三类；满20个字符的不限',
    holds: (password: string) => password.length >= 20 || kindsIn(password) >= 3,
  },
  {
    label: '不含账号',
    holds: (password: string) => password !== '' && !password.toLowerCase().includes(login.toLowerCase()),
  },
]

export const keepsRules = (password: string, login: string) => rules(login).every(({ holds }) => holds(password))

export function PasswordRules({ password, login }: { password: string; login: string }) {
  return (
    <ul className="password-rules" aria-live="polite">
      {rules(login).map(({ label, holds }) => (
        <li key={label} data-holds={holds(password)}>
          <span aria-hidden="true">{holds(password) ? '✓' : '○'}</span> {label}
          <span className="read-only-text">{holds(password) ? '（已满足）' : '（未满足）'}</span>
        </li>
      ))}
      <li>
        <span aria-hidden="true">·</span> 不得与最近用过的5个密码相同
      </li>
    </ul>
  )
}
