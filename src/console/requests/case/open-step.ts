import { useNavigate } from 'react-router'
import type { StepName } from '../../../requests/step-inputs.ts'

/** Opens the form of a step; the answer is drafted on a page of its own, question by question. */
export function useOpenStep(id: string, onStep: (step: StepName) => void) {
  const go = useNavigate()
  return (step: StepName) => (step === 'draftAnswer' ? go(`/requests/${id}/answer`) : onStep(step))
}
