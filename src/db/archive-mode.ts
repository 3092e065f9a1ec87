import type { ClusterStart } from './embedded.ts'

/** With a folder for continuous backups the cluster keeps its log until it is archived; where to is set while it runs. */
export const archiveStart = (env: NodeJS.ProcessEnv = process.env): ClusterStart =>
  env.KAICHENG_BACKUP ? { settings: { archive_mode: 'on' } } : {}
