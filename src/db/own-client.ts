import pg from 'pg'
import { inPublic } from './app-role.ts'

/**
 * A connection outside the pools, not opened yet. That it breaks is heard by its next query: what nobody listens to would end
 * the process.
 */
export function ownClient(url: string, more: pg.ClientConfig = {}): pg.Client {
  const client = new pg.Client({ ...more, connectionString: inPublic(url) })
  client.on('error', () => {})
  return client
}
