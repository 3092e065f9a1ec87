import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string) => new Refusal('conflict', code, message)

const untouched = '没有启动，也没有改动其中任何内容。'
const fromBackup = '从备份恢复（kaicheng restore，恢复到一个空的数据目录）'

/** What stops a start: a data folder or a database that is not as it was left. For whoever stands at the terminal. */
export const installationRefusals = {
  nothingHere: (folder: string) =>
    conflict(
      'nothing_here',
      `数据目录 ${folder} 里没有开诚的数据库，没有新建，也没有核对任何内容。请核对 KAICHENG_DATA（或 DATABASE_URL）；新开设机关用 kaicheng setup，试用演示数据用 KAICHENG_DEMO=on`,
    ),
  folderIsNone: (path: string) =>
    conflict('folder_is_none', `${path} 不是目录，不能作为数据目录。${untouched}请用 KAICHENG_DATA 另指一个目录`),
  linkLeadsNowhere: (path: string, target: string) =>
    conflict(
      'link_leads_nowhere',
      `${path} 是指向 ${target} 的链接，而那里什么也没有，磁盘可能没有挂载。${untouched}请先挂载，或者改正链接`,
    ),
  folderClosed: (path: string, account: string) =>
    conflict(
      'folder_closed',
      `账户 ${account} 不能读写 ${path}。${untouched}请改用原来运行开诚的账户启动，或者由管理员改正其属主和权限（chown、chmod）`,
    ),
  foreignFolder: (path: string, names: readonly string[]) =>
    conflict(
      'foreign_folder',
      `${path} 不是空的，里面有${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}，却没有开诚的数据库，不能在其中新建。${untouched}请核对 KAICHENG_DATA，另指原来的数据目录或者一个空目录`,
    ),
  clusterLost: (folder: string, trace: string, places: readonly string[]) =>
    conflict(
      'cluster_lost',
      `数据目录 ${folder} 里有${trace}，却找不到它的数据库：${places.join('、')} 不存在或者是空的。为避免另建一个空库，没有启动。数据库可能被移走了，磁盘可能没有挂载，也可能漏设了 DATABASE_URL。请把数据库放回原处，或者${fromBackup}，或者核对 KAICHENG_DATA 和 DATABASE_URL`,
    ),
  clusterDamaged: (place: string, missing: readonly string[]) =>
    conflict(
      'cluster_damaged',
      `${place} 里的数据库不完整：缺少或者不能辨认 ${missing.join('、')}。${untouched}请先把整个目录另行复制保存，再${fromBackup}。如果这是一次中途停止的首次安装，里面从来没有数据，可以自行移走该目录后重新启动`,
    ),
  clusterOfOtherVersion: (place: string, found: string, expected: string) =>
    conflict(
      'cluster_of_other_version',
      `${place} 里是 PostgreSQL ${found} 的数据库，本程序使用 PostgreSQL ${expected}。${untouched}请使用与数据库相符的开诚版本，或者核对 KAICHENG_DATA`,
    ),
  clusterOfOtherOwner: (place: string, found: string, expected: string) =>
    conflict(
      'cluster_of_other_owner',
      `${place} 属于账户 ${found}，而现在用账户 ${expected} 运行数据库。${untouched}请改用原来的账户启动；确要换账户的，先停止服务，再执行 chown -R ${expected} ${place}`,
    ),
  clusterExposed: (place: string) =>
    conflict(
      'cluster_exposed',
      `数据库目录 ${place} 可被其他账户进入，PostgreSQL 不会在其上启动。${untouched}请执行 chmod 700 ${place} 后再启动`,
    ),
  clusterClosed: (place: string, folder: string, account: string) =>
    conflict(
      'cluster_closed',
      `数据库在 ${place}，而运行数据库的系统账户 ${account} 现在进不了 ${folder}，上级目录的权限可能收紧过。为避免另建一个空库，没有启动。请让该账户能够通过各级上级目录（chmod o+x，或者 setfacl -m u:${account}:x），再启动`,
    ),
  clusterTwice: (folder: string, places: readonly string[]) =>
    conflict(
      'cluster_twice',
      `数据目录 ${folder} 有两个数据库：${places.join(' 和 ')}，不能断定哪一个是正在使用的。${untouched}请核对两处的日期和内容，把不用的一个移到别处保存，再启动`,
    ),
  folderMoved: (folder: string, noted: string, expected: string) =>
    conflict(
      'folder_moved',
      `数据目录 ${folder} 里的 postgres-location.txt 指向 ${noted}，那是为另一个位置的数据目录建立的：这个目录是移动或者复制来的。${untouched}只是复制的，请用原来的数据目录，要副本请用 kaicheng backup；确是移动的，先停止服务，再执行 mv ${noted} ${expected}，并把 postgres-location.txt 的内容改为 ${expected}`,
    ),
  otherCluster: (folder: string, place: string, known: string, found: string) =>
    conflict(
      'other_cluster',
      `${place} 里的数据库（标识 ${found}）不是数据目录 ${folder} 的数据库（kaicheng.json 记载的标识是 ${known}），可能被调换过。${untouched}请把原来的数据库放回原处；确要使用现在这一个的，请连同它自己的密钥和 kaicheng.json 一起放到一个数据目录里`,
    ),
  markerUnreadable: (path: string) =>
    conflict(
      'marker_unreadable',
      `${path} 不能辨认，不能断定数据库是否属于这个数据目录。${untouched}请从备份恢复该文件`,
    ),
  copiedWhileRunning: (place: string, original: string) =>
    conflict(
      'copied_while_running',
      `${place} 是数据库 ${original} 正在运行时复制的，这样的副本内容可能不一致。${untouched}请用 kaicheng backup 备份、kaicheng restore 恢复，不要使用这个副本`,
    ),
  leftoverUnknown: (path: string) =>
    conflict(
      'leftover_unknown',
      `${path} 是建立数据库时用的临时目录，里面却有别的内容。${untouched}请核对其中的内容，移到别处保存，再启动`,
    ),
  clusterDoesNotStart: (log: string, said: string) =>
    conflict(
      'cluster_does_not_start',
      `数据库没有启动成功${said ? `（${said}）` : ''}，详见 ${log}。没有删除任何内容。请按其中的说明处理；数据已经损坏的，先把整个目录另行复制保存，再${fromBackup}`,
    ),
  noSystemAccount: (why: string) =>
    conflict(
      'no_system_account',
      `以 root 运行时，数据库须用系统账户 kaicheng 运行，而这个账户没有建成：${why}。请先执行 useradd --system --user-group kaicheng，或者改以普通用户运行`,
    ),

  setUpAlready: () =>
    new Refusal(
      'gone',
      'set_up_already',
      '这里已经开设了机关，开设用的地址不再有效。三名管理员请用各自的登录名和密码登录，没有绑定身份验证器的在首次登录时绑定；不是贵单位开设的，请告知运维人员',
    ),
  noSetUpKey: () =>
    new Refusal(
      'missing',
      'no_set_up_key',
      '这个地址不对，或者已经失效：开设用的地址在服务器每次启动时另给一个。请在启动开诚的窗口里（或者服务日志里）复制最近一次显示的完整地址',
    ),
  tooManyKeys: (until: string) =>
    new Refusal('tooMany', 'too_many_keys', `从您这里用不对的地址打开的次数过多，请核对地址，在${until}之后再试`),
  administratorBound: () =>
    new Refusal('conflict', 'administrator_bound', '这名管理员已经绑定了身份验证器，不再显示二维码和密钥'),

  workIsDoneByServer: (folder: string) =>
    new Refusal(
      'conflict',
      'work_is_done_by_server',
      `数据目录 ${folder} 已有一个开诚在运行，定时工作由它办理：内嵌数据库只能由一个进程使用。要分开运行的，请用 DATABASE_URL`,
    ),
  wrongWorkSetting: (value: string) =>
    new Refusal('invalid', 'wrong_work_setting', `KAICHENG_WORK 的值“${value}”不对，应为 on 或 off`),
  wrongDemoSetting: (value: string) =>
    conflict(
      'wrong_demo_setting',
      `KAICHENG_DEMO 的值“${value}”应为 on（在空的数据目录里装入演示数据）或者 off（不装入）`,
    ),
  demoBesideReal: () =>
    conflict(
      'demo_beside_real',
      '这个数据库里有正式的机关，不能装入演示数据。请去掉 KAICHENG_DEMO=on，或者用 KAICHENG_DATA 另指一个空目录装入演示数据',
    ),

  databaseIsNewer: (names: readonly string[]) =>
    conflict(
      'database_is_newer',
      `数据库已由更新版本的开诚升级过（本程序没有 ${names.join('、')}）。没有启动，数据库没有改动。请使用升级之后的程序；要退回旧版本的，用升级之前的备份恢复`,
    ),
  migrationChanged: (names: readonly string[]) =>
    conflict(
      'migration_changed',
      `数据库结构文件与建立这个数据库时用的不同：migrations/${names.join('、migrations/')}。没有启动，数据库没有改动。请换回正式发布的程序文件，不要修改已发布的结构文件`,
    ),
  schemaIsOther: (where: string) =>
    conflict(
      'schema_is_other',
      `这个数据库没有结构校验值，其结构也不是0.1版的（第一处不同：${where}），可能由正式发布之前的程序建立。没有启动，数据库没有改动。请用建立它的程序导出数据，或者用0.1正式版的备份恢复`,
    ),
}
