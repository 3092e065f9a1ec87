export function OfficesPage() {
  return null
}
