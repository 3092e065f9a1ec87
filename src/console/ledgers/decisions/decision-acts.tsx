import { useNavigate } from 'react-router'
import type { DecisionView } from '../../../ledgers/decisions/decision-view.ts'
import { useMe } from '../../session/me.ts'
import { StepsPanel } from '../../steps/steps-panel.tsx'
import { useOpenedStep } from '../../steps/use-opened-step.ts'
import { RowStepDrawer } from '../steps/row-step-drawer.tsx'
import { dangers, decisionStep } from './decision-steps.tsx'

/** What may be done with a decision now, the next step first, and what is shut with the reason; and the form of what is opened. */
export function DecisionActs({ decision }: { decision: DecisionView<string> }) {
  const { today } = useMe()
  const go = useNavigate()
  const { id, number, steps } = decision
  const { step, open, close } = useOpenedStep(steps)
  return (
    <>
      <StepsPanel
        none="现在没有可以由您办理的步骤。"
        steps={steps}
        dangers={dangers}
        onStep={(name) => (name === 'change' ? go(`/ledgers/decisions/${id}/edit`) : open(name))}
      />
      {step && step.name !== 'change' ? (
        <RowStepDrawer
          key={step.name}
          id={id}
          of={number}
          step={step}
          asks={decisionStep(step.name, id, today)}
          isDangerous={dangers.includes(step.name)}
          queryKey={['decisions']}
          onClose={close}
        />
      ) : null}
    </>
  )
}
