/** What a restored server needs to be as it was, and which tells no secret. */
const kept = [
  'PORT',
  'HOST',
  'KAICHENG_ORIGIN',
  'KAICHENG_HOSTS',
  'KAICHENG_PROXIES',
  'KAICHENG_METRICS_FROM',
  'KAICHENG_CONSOLE_FROM',
  'KAICHENG_MAIL_FROM',
  'KAICHENG_FREE_SUBMISSIONS',
  'KAICHENG_FONTS',
  'KAICHENG_LOG',
  'KAICHENG_BACKUP',
  'KAICHENG_BACKUP_MINUTES',
  'KAICHENG_BACKUP_KEEP',
]
/** Only that they were set is noted: there is a password in them. */
const secret = ['KAICHENG_SMTP_URL']

export const settingsKept = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries([
    ...kept.flatMap((name) => (env[name] ? [[name, env[name]] as const] : [])),
    ...secret.flatMap((name) => (env[name] ? [[name, '（已设置，含密码，不入备份）'] as const] : [])),
  ])

/** Files of the data folder that belong to its database and tell no secret; the key and where the cluster lies do not. */
export const folderFiles = ['audit-anchors.jsonl', 'kaicheng.json']
