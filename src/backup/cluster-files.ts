/** Folders whose contents PostgreSQL makes anew (its manual, “Backing Up the Data Directory”). */
const emptied = /^(?:pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//
/** What belongs to one run, or to one life of the cluster. */
const ofThisRun =
  /^(?:postmaster\.(?:pid|opts)|server\.log|backup_label(?:\.old)?|tablespace_map(?:\.old)?|recovery\.signal|standby\.signal|backup_manifest|postgresql\.auto\.conf\.tmp|kaicheng-[^/]*)$/
const temporary = /(?:^|\/)(?:pgsql_tmp[^/]*|pg_internal\.init[^/]*)(?:\/|$)/

/** Where a cluster keeps which archive its log goes to; a restored copy begins another. */
export const lineFile = 'kaicheng-archive.json'
/** In a restored cluster until its data folder is in place too. */
export const pendingFile = 'kaicheng-restore-pending'
/** Copied last: it says from where to recover. */
export const controlFile = 'global/pg_control'

export const isLeftOut = (path: string): boolean => emptied.test(path) || ofThisRun.test(path) || temporary.test(path)
