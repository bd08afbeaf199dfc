import { useRef, useState } from 'react'
import { type TunnelSettings, tunnelSettingsSchema } from '../../../core/settings.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { errorsOfCall, errorsOfZod, type FieldErrors } from '../../lib/issues.ts'
import { useApplySettings } from '../../lib/use-apply-settings.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { useOnLeave } from '../../lib/use-on-leave.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NgrokToken } from './ngrok-token.tsx'

const PROVIDERS = [
  { value: 'localtunnel', label: 'localtunnel' },
  { value: 'ngrok', label: 'ngrok' },
  { value: 'own-url', label: 'Own URL' },
  { value: 'none', label: 'None' },
] as const

const MEANING: Record<TunnelSettings['provider'], string> = {
  localtunnel: 'Opens a public URL on a localtunnel server: the public one, or one of your own.',
  ngrok:
    'Opens a public URL at ngrok with your account’s token. On its free plan a browser sees a reminder page first; a server does not.',
  'own-url': 'You run a tunnel or proxy yourself; the inspector only looks whether it leads here.',
  none: 'No public URL. Postbacks can be sent from this machine only.',
}

const SUBDOMAIN_HINT =
  'Empty for a random one. A fixed name keeps the dashboard URL the same, unless somebody else has it.'

const DOMAIN_HINT =
  'Empty for the one that ngrok gives your account. One of your own is reserved at dashboard.ngrok.com/domains.'

/** Saves as soon as everything the chosen provider needs is valid; until then the old provider stays. */
export function TunnelForm() {
  const { settings } = useOverview()
  const apply = useApplySettings('tunnel', 'The tunnel’s settings are saved.')
  const draft = useDraft<TunnelSettings>(settings.tunnel)
  const [errors, setErrors] = useState<FieldErrors>({})
  const form = draft.value
  /** What was tried last: leaving the field and then the view mean the same once. */
  const tried = useRef<TunnelSettings | null>(null)

  async function save(next: TunnelSettings): Promise<void> {
    tried.current = next
    const parsed = tunnelSettingsSchema.safeParse(next)
    if (!parsed.success) {
      setErrors(errorsOfZod(parsed.error))
      return
    }
    const failure = await apply(parsed.data)
    setErrors(failure ? errorsOfCall(failure) : {})
  }

  useOnLeave(() => {
    if (draft.dirty && tried.current !== form) void save(form)
  })

  const field = (key: 'host' | 'subdomain' | 'ngrokDomain' | 'ownUrl') => ({
    mono: true,
    value: form[key],
    error: errors[key],
    onChange: (value: string) => {
      setErrors({})
      draft.set((all) => ({ ...all, [key]: value.trim() }))
    },
    onCommit: () => void save(form),
  })

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-1">
        <Segmented
          label="Tunnel provider"
          value={form.provider}
          options={PROVIDERS}
          onChange={(provider) => {
            const next = { ...form, provider }
            draft.set(() => next)
            // With no URL yet there is nothing to save, and nothing wrong either: the field waits to be filled in.
            if (provider === 'own-url' && form.ownUrl === '') setErrors({})
            else void save(next)
          }}
        />
        <p className="text-s text-muted">{MEANING[form.provider]}</p>
      </div>
      {form.provider === 'localtunnel' && (
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField label="Server" {...field('host')} />
          <TextField label="Wanted name" placeholder="random" hint={SUBDOMAIN_HINT} {...field('subdomain')} />
        </div>
      )}
      {form.provider === 'ngrok' && (
        <>
          <NgrokToken />
          <TextField
            label="Reserved domain"
            placeholder="the one ngrok gives"
            hint={DOMAIN_HINT}
            {...field('ngrokDomain')}
          />
        </>
      )}
      {form.provider === 'own-url' && (
        <TextField
          label="Public URL of your tunnel"
          placeholder="https://postbacks.example.com"
          hint={`It must lead to the receiver’s port${draft.dirty ? '. It is in force once you leave the field' : ''}.`}
          {...field('ownUrl')}
        />
      )}
      {errors[''] !== undefined && (
        <p role="alert" className="text-s text-fail">
          {errors['']} The old settings are in force.
        </p>
      )}
    </div>
  )
}
