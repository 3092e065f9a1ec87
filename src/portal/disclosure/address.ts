/** The path with those of the parameters that say something, in their order. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | number | undefined>>): string {
  const said = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
  return query ? `${path}?${query}` : path
}
