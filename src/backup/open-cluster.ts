import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { isUnclaimed } from '../db/claim.ts'
import { type ClusterStart, clusterPlace, startEmbedded } from '../db/embedded.ts'
import { ownClient } from '../db/own-client.ts'
import { whenRecovered } from '../db/runtime.ts'
import { refusals } from '../refusal.ts'

export interface OpenCluster {
  readonly folder: string
  readonly ownerUrl: string
  /** A connection with the owner's rights, for one long piece of work. */
  readonly connect: () => Promise<pg.Client>
  /** Stops the cluster when this call has started it and no server works on it. */
  readonly close: () => Promise<void>
}

/** Joins or starts the cluster that a data folder has. Never makes one, and changes nothing in it. */
export async function openCluster(dataFolder: string, start: ClusterStart = {}): Promise<OpenCluster> {
  if (!existsSync(dataFolder)) throw refusals.noCluster(dataFolder)
  const { folder } = clusterPlace(dataFolder)
  if (!existsSync(join(folder, 'PG_VERSION'))) throw refusals.noCluster(dataFolder)
  const cluster = await startEmbedded(dataFolder, start)
  const ownerUrl = cluster.url('kaicheng')
  try {
    await (await whenRecovered(cluster.url('postgres'))).end()
  } catch (error) {
    if (cluster.started) await cluster.stop()
    throw error
  }
  return {
    folder,
    ownerUrl,
    connect: async () => {
      const client = ownClient(ownerUrl, { application_name: 'kaicheng backup' })
      await client.connect()
      return client
    },
    close: async () => {
      if (cluster.started && (await isUnclaimed(ownerUrl))) await cluster.stop()
    },
  }
}
