/** What the operating system or the database calls a trouble, and what there is to do; `WHERE` is the file or address. */
const troubles: Readonly<Record<string, string>> = {
  ENOENT: '没有 WHERE，请核对路径',
  EACCES: '没有读写 WHERE 的权限，请换有权限的系统用户执行，或者调整它的权限',
  EPERM: '没有改动 WHERE 的权限，请换有权限的系统用户执行，或者调整它的权限',
  EROFS: 'WHERE 所在的磁盘是只读的，请换一个目录或者改为可写',
  ENOSPC: '磁盘已满，WHERE 没有写完；请腾出空间后再执行',
  EDQUOT: '磁盘配额已用完，WHERE 没有写完；请腾出空间后再执行',
  ENOTDIR: 'WHERE 的上级不是目录，请核对路径',
  EISDIR: 'WHERE 是目录，这里需要一个文件',
  EEXIST: 'WHERE 已经存在，请换一个名称',
  ENOTEMPTY: '目录 WHERE 不是空的，请换一个目录',
  ENAMETOOLONG: '路径 WHERE 过长，请缩短',
  ELOOP: '路径 WHERE 中的符号链接互相指来指去，请核对',
  EBUSY: 'WHERE 正被其他程序使用，请关闭后再执行',
  EIO: '读写 WHERE 时磁盘出错，请检查磁盘',
  EMFILE: '打开的文件过多，请调高系统对打开文件数的限制',
  ENFILE: '打开的文件过多，请调高系统对打开文件数的限制',
  EADDRINUSE: '地址 WHERE 已被其他程序占用，请换一个端口（PORT）或者停止那个程序',
  ECONNREFUSED: '连接不上 WHERE，请确认它已启动、地址无误',
  ENOTFOUND: '找不到主机 WHERE，请核对地址',
  EAI_AGAIN: '暂时查不到主机 WHERE，请检查网络后再执行',
  ETIMEDOUT: '连接 WHERE 超时，请检查网络后再执行',
  ECONNRESET: '与 WHERE 的连接中断，请再执行一次',
  '28P01': '数据库的用户名或者密码不对，请核对 DATABASE_URL',
  '28000': '数据库不许这样连接，请核对 DATABASE_URL 和数据库的访问规则',
  '3D000': '没有 DATABASE_URL 所指的数据库，请先建立',
  '53100': '数据库所在的磁盘已满，请腾出空间后再执行',
  '53300': '数据库的连接已用完，请稍后再执行',
  '57P03': '数据库正在启动或者停止，请稍后再执行',
}

interface Trouble extends Error {
  readonly code?: unknown
  readonly path?: unknown
  readonly address?: unknown
  readonly port?: unknown
  readonly hostname?: unknown
}

/** What went wrong, for whoever sits at the terminal: a refusal says it itself, the system's own troubles are put into Chinese. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'AbortError') return '已中断'
  const [first] = error instanceof AggregateError ? error.errors : []
  if (first !== undefined) return inWords(first)
  const { code }: Trouble = error
  const words = troubles[String(code)]
  return words === undefined ? error.message : words.replaceAll('WHERE', () => placeOf(error))
}

function placeOf({ path, address, hostname, port }: Trouble): string {
  const host = [path, address, hostname].find((each) => typeof each === 'string')
  if (host === undefined) return typeof port === 'number' ? `端口 ${port}` : '它'
  return typeof port === 'number' ? `${host}:${port}` : String(host)
}
