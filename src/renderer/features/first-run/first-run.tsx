import { Compass } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { words } from '../../../words/words.ts'
import { useChosenEndpoint, useDashboardUrl } from '../../lib/dashboard.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { useSettings } from '../../lib/settings.ts'
import { openTour } from '../../lib/tour-open.ts'
import { useEndpointForm } from '../../lib/use-endpoint-form.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Pieces } from '../../ui/pieces.tsx'
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
  const w = words().firstRun
  return (
    <section aria-label={w.label} className="h-full overflow-auto">
      <div className="mx-auto flex max-w-[720px] flex-col gap-5 px-6 py-8">
        <header className="flex flex-wrap items-start gap-x-6 gap-y-2">
          <div className="min-w-0 flex-[1_1_20rem]">
            <h1 className="text-xl font-semibold tracking-tight">{w.title}</h1>
            <p className="text-muted">{w.text}</p>
          </div>
          <Button
            className="mt-1"
            icon={<Compass aria-hidden="true" size={14} />}
            action="tour.start"
            onClick={openTour}
          >
            {w.tour}
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
              {w.skip}
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
  const { copy, paste, press } = words().firstRun
  /** The URL that is wanted comes in a moment: the local one would only be copied by mistake. */
  const opening = reach === 'local' && (tunnel.state === 'opening' || tunnel.state === 'reopening')
  return (
    <ol className="flex flex-col gap-5">
      <Step number={1} title={copy.title}>
        <div className="flex flex-col gap-2 rounded-l border border-line bg-panel p-3">
          <div className="flex items-start gap-3">
            <output aria-label={copy.url} className="min-w-0 flex-1 pt-0.5">
              {opening ? <Opening /> : dashboardUrl === null ? <Why text={why} /> : <UrlText url={dashboardUrl} />}
            </output>
            {dashboardUrl !== null && !opening && (
              <CopyButton
                text={dashboardUrl}
                label={reach === 'public' ? copy.public : copy.local}
                variant={reach === 'public' ? 'primary' : 'secondary'}
              >
                {reach === 'public' ? copy.public : copy.local}
              </CopyButton>
            )}
            {dashboardUrl !== null && !opening && (
              <QrButton subject={{ what: 'dashboard-url', endpoint: state.urlParts }} />
            )}
          </div>
          {reach === 'local' && !opening && (
            <>
              <p className="text-s text-warn">{copy.isLocal(why)}</p>
              <TunnelHelp />
            </>
          )}
          <div className="grid grid-cols-2 gap-3 border-t border-line pt-2">
            <TextField label={copy.userId} mono {...state.text('userIdParam')} />
            <TextField label={copy.rewardAmount} mono {...state.text('rewardAmountParam')} />
          </div>
          {state.failure !== null && (
            <p role="alert" className="text-s text-fail">
              {state.failure}
            </p>
          )}
          <p className="text-s text-muted">{copy.names}</p>
        </div>
      </Step>
      <Step number={2} title={paste.title}>
        <Pieces of={paste.text(<em>S2S Postback Setup</em>)} />
      </Step>
      <Step number={3} title={press.title}>
        {press.text}
        <ExpectTyped endpoint={endpoint} />
      </Step>
    </ol>
  )
}

function Why({ text }: { text: string | null }) {
  return <span className="text-muted">{text}</span>
}

function Opening() {
  const { copy } = words().firstRun
  return (
    <span className="flex items-center gap-2 text-muted">
      <Spinner label={copy.underWay} />
      {copy.opening}
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
