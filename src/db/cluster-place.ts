import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { refusals } from '../refusal.ts'
import { holdsSomething, identify, look } from './cluster-state.ts'
import { markerPath, readMarker } from './folder-marker.ts'
import { isUnfinished, stagingOf } from './make-cluster.ts'
import { makeFolder } from './make-folder.ts'
import { accountName, canEnter, makeSystemFolder, type Owner, system } from './system-account.ts'

/** Where the cluster of a data folder is, or is to be made. */
export interface ClusterPlace {
  readonly place: string
  /** PostgreSQL's identifier; undefined where there is no cluster yet, and nothing that speaks of one. */
  readonly id: string | undefined
}

const noteName = 'postgres-location.txt'
export const notePath = (dataFolder: string): string => join(dataFolder, noteName)

/** May lie in a folder that counts as empty. */
const nothing = new Set(['lost+found', '.gitkeep', '.gitignore', '.DS_Store'])

/**
 * Finds the cluster of a data folder: in it, or beside the system's data when the account of PostgreSQL cannot reach that.
 * Refuses whatever might hide data that a new cluster would take the place of, and changes nothing in what it refuses.
 */
export function findCluster(folder: string, owner: Owner | undefined): ClusterPlace {
  const dataFolder = resolve(folder)
  requireFolder(dataFolder)
  const marker = readMarker(dataFolder)
  const inside = join(dataFolder, 'postgres')
  const outside = [...new Set([outsideOf(realpathOf(dataFolder)), outsideOf(dataFolder)])]
  const noted = readNote(dataFolder)
  if (noted !== undefined && !outside.includes(noted)) throw refusals.folderMoved(dataFolder, noted, outside[0] ?? '')
  const [found, ...others] = [inside, ...outside].filter(holdsSomething)
  if (found && others.length > 0) throw refusals.clusterTwice(dataFolder, [found, ...others])
  if (found && noted !== undefined && found !== noted)
    throw refusals.clusterLost(dataFolder, `${noteName}（另有一个数据库在 ${found}）`, [noted])
  if (!found) {
    const places = noted === undefined ? [inside] : [noted]
    requireNew(dataFolder, [inside, ...outside], places)
    return { place: placeForNew(dataFolder, inside, outside, owner), id: undefined }
  }
  if (owner && found === inside && !canEnter(dataFolder, owner))
    throw refusals.clusterClosed(inside, dataFolder, accountName(owner.uid))
  const id = identify(found, owner?.uid ?? process.getuid?.())
  if (marker && marker.cluster !== id) throw refusals.otherCluster(dataFolder, found, marker.cluster, id)
  return { place: found, id }
}

/**
 * Where the cluster of a data folder lies or, in a folder that is being filled, will lie. Makes the folder; refuses nothing, so
 * whoever starts the cluster still hears what `findCluster` refuses.
 */
export function placeFor(folder: string, owner: Owner | undefined): string {
  const dataFolder = resolve(folder)
  makeDataFolder(dataFolder)
  const inside = join(dataFolder, 'postgres')
  const outside = [...new Set([outsideOf(realpathSync(dataFolder)), outsideOf(dataFolder)])]
  return [inside, ...outside].find(holdsSomething) ?? placeForNew(dataFolder, inside, outside, owner)
}

/** A folder that we may use, or none yet where one can be made. */
function requireFolder(dataFolder: string): void {
  const stat = lookOrRefuse(dataFolder)
  if (!stat) {
    if (dirname(dataFolder) !== dataFolder) requireFolder(dirname(dataFolder))
    return
  }
  if (!stat.isDirectory()) throw refusals.folderIsNone(dataFolder)
}

function lookOrRefuse(path: string) {
  try {
    return look(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'EACCES') throw refusals.folderClosed(path, ourName())
      if (error.code === 'ENOTDIR') return undefined
    }
    throw error
  }
}

const ourName = () => accountName(process.getuid?.() ?? 0)

const realpathOf = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : folder)

const outsideOf = (dataFolder: string): string =>
  join(system, `data-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`)

const readNote = (dataFolder: string): string | undefined =>
  existsSync(notePath(dataFolder)) ? readFileSync(notePath(dataFolder), 'utf8').trim() : undefined

/** A new cluster is made only where nothing tells of an old one, or where making it was broken off. */
function requireNew(dataFolder: string, places: readonly string[], expected: readonly string[]): void {
  if (!existsSync(dataFolder)) return
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw refusals.folderClosed(dataFolder, ourName())
  }
  const marker = readMarker(dataFolder)
  const wasBrokenOff = marker?.isFinished !== true && places.some((place) => isUnfinished(place))
  const ours = new Set([...places.flatMap((place) => [place, stagingOf(place)])])
  const names = readdirSync(dataFolder).filter(
    (name) => !nothing.has(name) && !ours.has(join(dataFolder, name)) && !isWithoutKey(dataFolder, name),
  )
  const traces = names.filter((name) => traceNames.has(name))
  if (wasBrokenOff && names.every((name) => name === noteName || join(dataFolder, name) === markerPath(dataFolder)))
    return
  if (traces.length > 0) throw refusals.clusterLost(dataFolder, traces.join('、'), expected)
  if (names.length > 0) throw refusals.foreignFolder(dataFolder, names)
}

/** The folder for the key in which none is: made by a command that was broken off, or mounted for the key that is to come. */
const isWithoutKey = (dataFolder: string, name: string): boolean =>
  name === 'keys' && !holdsSomething(join(dataFolder, name))

/** What only a data folder that was in use has. */
const traceNames = new Set(['kaicheng.json', 'keys', noteName, 'audit-anchors.jsonl'])

function placeForNew(dataFolder: string, inside: string, outside: readonly string[], owner: Owner | undefined): string {
  makeDataFolder(dataFolder)
  const [elsewhere] = outside
  if (!owner || !elsewhere || canEnter(dataFolder, owner)) return inside
  makeSystemFolder()
  return elsewhere
}

function makeDataFolder(dataFolder: string): void {
  try {
    makeFolder(dataFolder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EROFS'))
      throw refusals.folderClosed(dirname(dataFolder), ourName())
    throw error
  }
}
