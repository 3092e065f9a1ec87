import { type Asker, networkOfAsker } from '../../apart/asker.ts'
import { refusals } from '../../refusal.ts'

const mebibyte = 1024 * 1024

/** Bytes of bodies that have come in and are still needed. The rest, up to `total`, is for staff. */
export const budgetLimits = { total: 144 * mebibyte, public: 96 * mebibyte, network: 45 * mebibyte }

/** What one upload has in memory. */
export interface Hold {
  /** Refuses, as busy, what is more than there is room for. */
  readonly take: (bytes: number) => void
  /** All of it is here: it gives way to nobody any more. */
  readonly isWhole: () => void
  readonly release: () => void
}

export interface Budget {
  /** `giveWay` is called when others need the room more; it must end the upload. */
  readonly open: (asker: Asker, giveWay: () => void) => Hold
  readonly held: () => number
}

interface Upload {
  readonly network: string | undefined
  readonly begunAt: number
  readonly giveWay: () => void
  bytes: number
  isComing: boolean
}

/**
 * Counts what uploads really hold, so that many that send nothing cost nothing, and no network can fill the room of the
 * others: when it is full, the slowest upload of the network with most gives way to one from a network with less.
 */
export function openBudget(limits = budgetLimits, now = () => performance.now()): Budget {
  const uploads = new Set<Upload>()
  const sum = (wanted: (upload: Upload) => boolean): number => {
    let bytes = 0
    for (const upload of uploads) if (wanted(upload)) bytes += upload.bytes
    return bytes
  }
  const all = () => sum(() => true)
  const ofPublic = () => sum(({ network }) => network !== undefined)
  const of = (network: string) => sum((upload) => upload.network === network)

  /** True when somebody has given way. */
  const makeRoom = (network: string | undefined): boolean => {
    const own = network === undefined ? 0 : of(network)
    const slowest = [...uploads]
      .filter((each) => each.isComing && each.bytes > 0 && each.network !== undefined && each.network !== network)
      .map((upload) => ({
        upload,
        ofNetwork: of(upload.network ?? ''),
        rate: upload.bytes / (now() - upload.begunAt + 1),
      }))
      .filter(({ ofNetwork, upload }) => ofNetwork > own + upload.bytes)
      .toSorted((a, b) => b.ofNetwork - a.ofNetwork || a.rate - b.rate)[0]
    if (!slowest) return false
    uploads.delete(slowest.upload)
    slowest.upload.giveWay()
    return true
  }
  const isFull = ({ network }: Upload, bytes: number): boolean =>
    all() + bytes > limits.total || (network !== undefined && ofPublic() + bytes > limits.public)

  return {
    open: (asker, giveWay) => {
      const upload: Upload = { network: networkOfAsker(asker), begunAt: now(), giveWay, bytes: 0, isComing: true }
      uploads.add(upload)
      return {
        take: (bytes) => {
          // What still comes of it after the answer is thrown away by whoever reads it.
          if (!uploads.has(upload)) return
          if (upload.network !== undefined && of(upload.network) + bytes > limits.network) throw refusals.uploadsFull()
          while (isFull(upload, bytes)) if (!makeRoom(upload.network)) throw refusals.uploadsFull()
          upload.bytes += bytes
        },
        isWhole: () => {
          upload.isComing = false
        },
        release: () => {
          uploads.delete(upload)
        },
      }
    },
    held: all,
  }
}
