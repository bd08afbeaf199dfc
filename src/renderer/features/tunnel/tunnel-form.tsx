import { useRef, useState } from 'react'
import { type TunnelSettings, tunnelSettingsSchema } from '../../../core/settings.ts'
import { words } from '../../../words/words.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { errorsOfCall, errorsOfZod, type FieldErrors } from '../../lib/issues.ts'
import { useApplySettings } from '../../lib/use-apply-settings.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { useOnLeave } from '../../lib/use-on-leave.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NgrokToken } from './ngrok-token.tsx'

const PROVIDERS: readonly TunnelSettings['provider'][] = ['localtunnel', 'ngrok', 'own-url', 'none']

/** Saves as soon as everything the chosen provider needs is valid; until then the old provider stays. */
export function TunnelForm() {
  const w = words().tunnel.form
  const { settings } = useOverview()
  const apply = useApplySettings('tunnel', w.saved)
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
          label={w.label}
          value={form.provider}
          options={PROVIDERS.map((provider) => ({ value: provider, label: w.providers[provider] }))}
          onChange={(provider) => {
            const next = { ...form, provider }
            draft.set(() => next)
            // With no URL yet there is nothing to save, and nothing wrong either: the field waits to be filled in.
            if (provider === 'own-url' && form.ownUrl === '') setErrors({})
            else void save(next)
          }}
        />
        <p className="text-s text-muted">{w.meanings[form.provider]}</p>
      </div>
      {form.provider === 'localtunnel' && (
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField label={w.server} {...field('host')} />
          <TextField label={w.name} placeholder={w.nameEmpty} hint={w.nameHint} {...field('subdomain')} />
        </div>
      )}
      {form.provider === 'ngrok' && (
        <>
          <NgrokToken />
          <TextField label={w.domain} placeholder={w.domainEmpty} hint={w.domainHint} {...field('ngrokDomain')} />
        </>
      )}
      {form.provider === 'own-url' && (
        <TextField
          label={w.ownUrl}
          placeholder="https://postbacks.example.com"
          hint={draft.dirty ? w.ownUrlTyped : w.ownUrlHint}
          {...field('ownUrl')}
        />
      )}
      {errors[''] !== undefined && (
        <p role="alert" className="text-s text-fail">
          {w.refused(errors[''])}
        </p>
      )}
    </div>
  )
}
