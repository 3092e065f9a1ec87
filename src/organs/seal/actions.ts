import { record } from '../../audit/record.ts'
import { daysBetween, officeDay } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import { CannotOpen, type OpenedKey, openPkcs12 } from '../../seals/pkcs12.ts'
import { canSeal, certificateSeal, factsOf, isInForce, type Seal } from '../../seals/seal.ts'
import type { Actor } from '../actor.ts'
import type { NewCertificate, SealView } from './seal-view.ts'
import * as store from './store.ts'

export async function showSeal(tx: Tx, { organId, today }: Actor): Promise<SealView> {
  const kept = await store.find(tx, organId)
  if (!kept) return { certificate: null }
  const { id: _, fingerprint: __, addedAt, ...facts } = kept
  return { certificate: { ...facts, addedOn: officeDay(addedAt), leftDays: daysBetween(today, kept.validTo) } }
}

/**
 * Takes an organ's certificate (PKCS#12) into use; letters that are made from now on are sealed with it. Refuses a file that does
 * not open, a key that we cannot seal with, and a certificate that is not in force. The one before is retired.
 */
export async function keepCertificate(tx: Tx, actor: Actor, { file, passphrase }: NewCertificate): Promise<SealView> {
  const opened = openFile(Buffer.from(file, 'base64'), passphrase)
  const facts = factsOf(opened.certificate)
  if (!canSeal(opened.key)) throw refusals.certificateKind()
  if (!isInForce(opened.certificate, new Date())) throw refusals.certificateNotInForce(facts.validFrom, facts.validTo)
  const before = await store.find(tx, actor.organId)
  if (before?.fingerprint === facts.fingerprint) return showSeal(tx, actor)
  await store.retire(tx, actor.organId)
  await store.add(tx, actor.organId, { facts, opened, by: actor })
  const { name, issuer, validTo } = facts
  await record(tx, actor, 'seal.kept', { subject: facts.serial, detail: { name, issuer, validTo } })
  return showSeal(tx, actor)
}

function openFile(file: Buffer, passphrase: string): OpenedKey {
  try {
    return openPkcs12(file, passphrase)
  } catch (error) {
    if (error instanceof CannotOpen) throw refusals.certificateShut(error.reason)
    throw error
  }
}

/** Letters are sealed on paper from now on. */
export async function retireCertificate(tx: Tx, actor: Actor): Promise<SealView> {
  const before = await store.find(tx, actor.organId)
  if (before) {
    await store.retire(tx, actor.organId)
    await record(tx, actor, 'seal.retired', { subject: before.serial, detail: { name: before.name } })
  }
  return { certificate: null }
}

/** The seal of an organ for what is made at this instant; undefined where it has none, or none in force. */
export async function findSeal(
  tx: Tx,
  organId: number,
  at: Date,
): Promise<{ readonly id: string; readonly seal: Seal } | undefined> {
  const opened = await store.open(tx, organId)
  return opened && isInForce(opened.certificate, at) ? { id: opened.id, seal: certificateSeal(opened) } : undefined
}
