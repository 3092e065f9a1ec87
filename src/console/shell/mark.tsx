export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="currentColor" />
      <path d="M8 11h16M8 16h16M8 21h10" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  )
}
