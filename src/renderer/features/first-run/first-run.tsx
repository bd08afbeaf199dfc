import { Compass } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { useChosenEndpoint, useDashboardUrl } from '../../lib/dashboard.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { useSettings } from '../../lib/settings.ts'
import { openTour } from '../../lib/tour-open.ts'
import { useEndpointForm } from '../../lib/use-endpoint-form.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { QrButton } from '../../ui/qr-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { UrlText } from '../../ui/url-text.tsx'
import { ExpectTyped } from './expect-typed.tsx'
import { TestPostback } from './test-postback.tsx'
import { TunnelHelp } from './tunnel-help.tsx'
import { WaitingLine } from './waiting-line.tsx'

/** In the place of an empty list: three steps to the first postback. */
export function FirstRun() {
  const endpoint = useChosenEndpoint()
  const [, changeSettings] = useSettings()
  if (!endpoint) return null
  return (
    <section aria-label="First steps" className="h-full overflow-auto">
      <div className="mx-auto flex max-w-[720px] flex-col gap-5 px-6 py-8">
        <header className="flex flex-wrap items-start gap-x-6 gap-y-2">
          <div className="min-w-0 flex-[1_1_20rem]">
            <h1 className="text-xl font-semibold tracking-tight">See your first postback</h1>
            <p className="text-muted">
              Three steps, and every postback that Adjump sends shows up here with a verdict and a sentence. Or see
              first what that looks like, with real postbacks from this computer.
            </p>
          </div>
          <Button
            className="mt-1"
            icon={<Compass aria-hidden="true" size={14} />}
            action="tour.start"
            onClick={openTour}
          >
            Try it without Adjump
          </Button>
        </header>
        <Steps key={endpoint.id} endpoint={endpoint} />
        <footer className="flex flex-col gap-3 border-t border-line pt-4">
          <WaitingLine />
          <TestPostback endpoint={endpoint} />
          <div>
            <Button
              variant="ghost"
              size="s"
              className="-ml-2 text-muted"
              onClick={() =>
                void changeSettings((settings) => ({
                  ...settings,
                  screen: { ...settings.screen, firstRunDone: true },
                }))
              }
            >
              Skip to the list
            </Button>
          </div>
        </footer>
      </div>
    </section>
  )
}

function Steps({ endpoint }: { endpoint: Endpoint }) {
  const state = useEndpointForm(endpoint)
  const { dashboardUrl, reach, why } = useDashboardUrl(state.urlParts)
  const { tunnel } = useOverview()
  /** The URL that is wanted comes in a moment: the local one would only be copied by mistake. */
  const opening = reach === 'local' && (tunnel.state === 'opening' || tunnel.state === 'reopening')
  return (
    <ol className="flex flex-col gap-5">
      <Step number={1} title="Copy this URL">
        <div className="flex flex-col gap-2 rounded-l border border-line bg-panel p-3">
          <div className="flex items-start gap-3">
            <output aria-label="Dashboard URL" className="min-w-0 flex-1 pt-0.5">
              {opening ? <Opening /> : dashboardUrl === null ? <Why text={why} /> : <UrlText url={dashboardUrl} />}
            </output>
            {dashboardUrl !== null && !opening && (
              <CopyButton
                text={dashboardUrl}
                label={reach === 'public' ? 'Copy this URL' : 'Copy this local URL'}
                variant={reach === 'public' ? 'primary' : 'secondary'}
              >
                {reach === 'public' ? 'Copy this URL' : 'Copy this local URL'}
              </CopyButton>
            )}
            {dashboardUrl !== null && !opening && (
              <QrButton subject={{ what: 'dashboard-url', endpoint: state.urlParts }} />
            )}
          </div>
          {reach === 'local' && !opening && (
            <>
              <p className="text-s text-warn">This address is local: Adjump cannot reach it. {why}</p>
              <TunnelHelp />
            </>
          )}
          <div className="grid grid-cols-2 gap-3 border-t border-line pt-2">
            <TextField label="Name of the user id" mono {...state.text('userIdParam')} />
            <TextField label="Name of the reward amount" mono {...state.text('rewardAmountParam')} />
          </div>
          {state.failure !== null && (
            <p role="alert" className="text-s text-fail">
              {state.failure}
            </p>
          )}
          <p className="text-s text-muted">
            The names are yours: use what your server expects. What stands in braces is Adjump’s and is filled in when a
            postback is sent.
          </p>
        </div>
      </Step>
      <Step number={2} title="Paste it in the Adjump dashboard">
        Open <em>S2S Postback Setup</em> for your app, paste the URL as the postback URL and save.
      </Step>
      <Step number={3} title="Press verify there">
        Enter a user id and a reward amount in the dashboard’s form and press verify. The postback appears here within a
        second.
        <ExpectTyped endpoint={endpoint} />
      </Step>
    </ol>
  )
}

function Why({ text }: { text: string | null }) {
  return <span className="text-muted">{text}</span>
}

function Opening() {
  return (
    <span className="flex items-center gap-2 text-muted">
      <Spinner label="Under way" />
      The public URL is being opened and will stand here in a moment.
    </span>
  )
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden="true"
        className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-s font-semibold text-accent"
      >
        {number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <h2 className="pt-0.5 text-l font-semibold">{title}</h2>
        <div className="text-muted">{children}</div>
      </div>
    </li>
  )
}
