import { Send, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { words } from '../../../words/words.ts'
import { useClient, useConnection } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say } from '../../lib/messages.ts'
import { sendTestPostback } from '../../lib/test-postback.ts'
import { useEndpointForm } from '../../lib/use-endpoint-form.ts'
import { useStoredCount } from '../../lib/use-stored-count.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ExtraFields } from './extra-fields.tsx'
import { ForwardSection } from './forward-section.tsx'
import { ReplyForm } from './reply-form.tsx'
import { ReplyScript } from './reply-script.tsx'
import { SecretPath } from './secret-path.tsx'
import type { UrlParts } from './url-parts.ts'
import { useDeleteEndpoint } from './use-delete-endpoint.ts'

/** One endpoint's form. A valid change is in force as soon as its field is left; every one can be undone. */
export function EndpointEditor({
  endpoint,
  isLast,
  renderDashboardUrl,
  renderDeliveries,
}: {
  endpoint: Endpoint
  isLast: boolean
  renderDashboardUrl: (parts: UrlParts) => ReactNode
  /** What senders did after the replies of this endpoint. */
  renderDeliveries?: ((endpoint: Endpoint) => ReactNode) | undefined
}) {
  const client = useClient()
  const connected = useConnection() === 'connected'
  const state = useEndpointForm(endpoint)
  const stored = useStoredCount()
  const remove = useDeleteEndpoint()
  const w = words().endpoints

  const test = async (): Promise<void> => {
    const result = await sendTestPostback(client, endpoint.id)
    if (result) say(result.sentence, { severity: result.ok ? 'info' : 'error' })
  }

  useAction(connected ? { id: 'endpoint.test', run: () => void test() } : null)
  useAction(isLast ? null : { id: 'endpoint.remove', run: () => void remove(endpoint) })

  return (
    <Page
      title={endpoint.name}
      actions={
        <>
          <Button
            size="s"
            icon={<Send aria-hidden="true" size={13} />}
            disabled={!connected}
            action="endpoint.test"
            onClick={() => void test()}
          >
            {w.test}
          </Button>
          <IconButton
            label={isLast ? w.removeLast : w.remove}
            icon={<Trash2 aria-hidden="true" size={15} />}
            disabled={isLast}
            action="endpoint.remove"
            onClick={() => void remove(endpoint)}
          />
        </>
      }
    >
      {state.failure !== null && (
        <NoticeBar severity="error" label={w.notSaved.title}>
          {w.notSaved.text(state.failure)}
        </NoticeBar>
      )}
      <Section title={w.dashboardUrl.title} description={w.dashboardUrl.text}>
        {renderDashboardUrl(state.urlParts)}
      </Section>
      <Section
        title={w.names.title}
        description={stored === null || stored === 0 ? w.names.text : w.names.rereads(stored)}
      >
        <div className="grid grid-cols-2 gap-3">
          <TextField label={w.names.name} {...state.text('name')} />
          <TextField label={w.names.path} mono {...state.text('path')} />
          <TextField label={w.names.userId} mono {...state.text('userIdParam')} />
          <TextField label={w.names.rewardAmount} mono {...state.text('rewardAmountParam')} />
        </div>
      </Section>
      <SecretPath endpoint={endpoint} />
      <ExtraFields state={state} />
      <ReplyForm state={state} />
      <ReplyScript endpoint={endpoint} state={state} />
      <ForwardSection endpoint={endpoint} state={state} />
      {renderDeliveries?.(endpoint)}
      <Section title={w.duplicates.title} description={w.duplicates.text}>
        <TextField label={w.duplicates.window} numeric className="max-w-48" {...state.text('duplicateWindowMinutes')} />
      </Section>
    </Page>
  )
}
