export function OrganPage() {
  return null
}
