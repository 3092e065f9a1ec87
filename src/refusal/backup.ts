import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string) => new Refusal('conflict', code, message)
const invalid = (code: string, message: string) => new Refusal('invalid', code, message)
const missing = (code: string, message: string) => new Refusal('missing', code, message)

/** What backup and restore refuse, mostly to a person at the terminal. */
export const backupRefusals = {
  noCluster: (folder: string) =>
    missing('no_cluster', `数据目录 ${folder} 里没有开诚的数据库，没有可备份的内容；请用 KAICHENG_DATA 指明数据目录`),
  notOurDatabase: () => missing('not_our_database', '这个数据库里没有开诚的数据，没有可备份的内容'),
  backupNotEmpty: (folder: string) =>
    conflict('backup_not_empty', `目录 ${folder} 不是空的，备份只写入新的或者空的目录，请另指一个`),
  notAFolder: (path: string) => invalid('not_a_folder', `${path} 不是目录，请另指一个`),
  backupUnderWay: (folder: string) =>
    conflict('backup_under_way', `另一个备份正在写入目录 ${folder}，请另指一个目录，或者等它完成`),
  withinEachOther: (one: string, other: string) =>
    conflict(
      'within_each_other',
      `${one} 与 ${other} 一个在另一个里面，备份和数据必须放在互不包含的目录，最好在不同的磁盘`,
    ),
  noRoomFor: (folder: string, needed: string, free: string) =>
    conflict('no_room', `${folder} 所在的磁盘空间不足：需要约${needed}，只剩${free}，请腾出空间或者另指一个目录`),
  linkInCluster: (path: string) =>
    conflict('link_in_cluster', `数据库目录里的 ${path} 是链接（表空间等），不能用这个命令备份，请用 pg_basebackup`),
  backupBroken: (cause: string) => conflict('backup_broken', `备份没有做完，已写入的部分已经清除：${cause}`),
  notABackup: (folder: string) =>
    missing(
      'not_a_backup',
      `${folder} 里没有备份清单 manifest.json：要么不是开诚的备份，要么备份没有做完（被中断），不能用来恢复`,
    ),
  manifestDamaged: (why: string) => invalid('manifest_damaged', `备份清单 manifest.json 已损坏：${why}，不能用来恢复`),
  manifestForged: () =>
    invalid('manifest_forged', '备份清单 manifest.json 的校验码与密钥不符，清单被改动过，不能用来恢复'),
  backupDamaged: (path: string, why: string) =>
    invalid('backup_damaged', `备份已损坏：${path} ${why}。没有恢复任何内容，请换一份备份`),
  backupNewer: (made: string, own: string) =>
    invalid('backup_newer', `备份由较新的开诚 ${made} 所做，本程序是 ${own}，请先升级程序再恢复`),
  otherPostgres: (made: string, own: string) =>
    invalid(
      'other_postgres',
      `备份由 PostgreSQL ${made} 所做，本程序带的是 ${own}，大版本不同，不能恢复，请用带 ${made} 的程序版本恢复`,
    ),
  wrongKind: (kind: 'physical' | 'content') =>
    invalid(
      'wrong_kind',
      kind === 'physical'
        ? '这是内置数据库的完整备份，恢复时不要设 DATABASE_URL，请用 KAICHENG_DATA 指明要恢复到的新目录'
        : '这是外部数据库的内容清单，其中没有数据：请先用标准工具恢复数据库，再让 DATABASE_URL 指向它，用本命令核对',
    ),
  keyOfBackupMissing: (keyId: string, was: string) =>
    missing(
      'key_of_backup_missing',
      `恢复需要主密钥（编号 ${keyId}，备份时在 ${was}），请用 --key 指明密钥文件，或者设 KAICHENG_KEY_FILE`,
    ),
  otherKeyOfBackup: (keyId: string, given: string, path: string) =>
    conflict('other_key_of_backup', `${path} 的密钥编号是 ${given}，备份要用的是 ${keyId}：密钥不对，没有恢复任何内容`),
  dataNotEmpty: (folder: string) =>
    conflict('data_not_empty', `数据目录 ${folder} 不是空的，只恢复到新的或者空的目录，请用 KAICHENG_DATA 另指一个`),
  clusterInTheWay: (folder: string) =>
    conflict(
      'cluster_in_the_way',
      `${folder} 已有这个数据目录名下的数据库，不会覆盖它，请用 KAICHENG_DATA 另指一个目录`,
    ),
  mountPoint: (folder: string) =>
    invalid('mount_point', `${folder} 是磁盘的挂载点，请恢复到它下面的一个新目录，如 ${folder}/kaicheng`),
  restoreUnderWay: (folder: string) => conflict('restore_under_way', `另一个恢复正在使用 ${folder}，请等它完成`),
  untilUnreadable: (text: string) =>
    invalid('until_unreadable', `--until 的值“${text}”不是时刻，写法如 "2026-11-28 18:30"（北京时间）`),
  untilNotPossible: () =>
    invalid(
      'until_not_possible',
      '--until 只用于连续备份目录（KAICHENG_BACKUP）：单独的一份备份只能恢复到它做完的时刻',
    ),
  noBaseBefore: (until: string | undefined) =>
    missing(
      'no_base_before',
      until === undefined ? '目录里没有做完的备份（base-…）' : `目录里没有在${until}之前做完的备份，不能恢复到那个时刻`,
    ),
  archiveGap: (name: string, count: number, until: string) =>
    invalid(
      'archive_gap',
      `归档缺少日志段 ${name}，其后的${count}段接不上。找到这一段放回去再恢复；只恢复到缺口之前的，请加 --until "${until}"`,
    ),
  archiveDamaged: (name: string, why: string) => invalid('archive_damaged', `归档的日志段 ${name} ${why}`),
  untilTooLate: (until: string, last: string) =>
    invalid('until_too_late', `归档只到${last}，不能恢复到${until}；不加 --until 即恢复到最后`),
  replayedOnlyTo: (reached: string, wanted: string) =>
    invalid(
      'replayed_only_to',
      `日志只重放到 ${reached}，没有到最后一段 ${wanted}：中间的日志段已损坏。没有恢复任何内容，可用 --until 恢复到损坏之前`,
    ),
  restoreUnsound: (problems: readonly string[]) =>
    conflict(
      'restore_unsound',
      `恢复出的数据没有通过核验，没有启用：\n${problems.map((each) => `  · ${each}`).join('\n')}`,
    ),
  contentDiffers: (problems: readonly string[]) =>
    conflict('content_differs', `恢复出的数据库与清单不符：\n${problems.map((each) => `  · ${each}`).join('\n')}`),
  backupOfAnother: (folder: string) =>
    conflict(
      'backup_of_another',
      `备份目录 ${folder} 里是另一个数据库的备份，每个数据目录要有自己的备份目录，请另指一个`,
    ),
  archiveNotWritable: (folder: string) =>
    conflict(
      'archive_not_writable',
      `数据库的账户写不进备份目录 ${folder}：请让它能进入（chmod a+x ${folder} 及其上级目录），并且可以写`,
    ),
  backupSettingWrong: (name: string, value: string, must: string) =>
    invalid('backup_setting_wrong', `${name} 的值“${value}”不对：${must}`),
  backupNotOurs: () =>
    conflict(
      'backup_not_ours',
      'KAICHENG_BACKUP 只用于内置数据库；设了 DATABASE_URL 的，请由数据库管理员用标准工具作连续备份，并去掉 KAICHENG_BACKUP',
    ),
  proofUnderWay: () => conflict('proof_under_way', '备份验证正在进行，请等它完成'),
  noProofHere: () =>
    conflict('no_proof_here', '本系统使用外部数据库，备份和恢复演练由数据库管理员用标准工具进行，这里不能验证'),
}
