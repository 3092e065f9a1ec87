import type { Place } from '../../db/sealed.ts'

/** Where what is sealed of a request stands. */
export const placeOfApplicant = (organId: number, requestId: string): Place => ({
  table: 'request_applicants',
  organId,
  id: requestId,
})
export const placeOfConsulted = (organId: number, requestId: string, consultation: number): Place => ({
  table: 'request_consultations',
  organId,
  id: `${requestId}/${consultation}`,
})
export const placeOfLetter = (organId: number, requestId: string, seq: number): Place => ({
  table: 'request_letters',
  organId,
  id: `${requestId}/${seq}`,
})
export const placeOfEvent = (organId: number, requestId: string, seq: number): Place => ({
  table: 'request_events',
  organId,
  id: `${requestId}/${seq}`,
})
