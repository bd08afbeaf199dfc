import { LANGUAGES } from '../../../words/locale.ts'
import { words } from '../../../words/words.ts'
import { useChooseLanguage, useSettings } from '../../lib/settings.ts'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'

const THEMES = ['system', 'light', 'dark'] as const
const DENSITIES = ['compact', 'comfortable'] as const
const SPOKEN = ['system', ...LANGUAGES] as const

/** What the screen looks like, and what it speaks. */
export function AppearanceSection() {
  const w = words().settings.appearance
  const [{ screen }, change] = useSettings()
  const chooseLanguage = useChooseLanguage()
  const put = (part: Partial<typeof screen>): void =>
    void change((all) => ({ ...all, screen: { ...all.screen, ...part } }))
  return (
    <Section title={w.title} description={w.description}>
      <div className="grid grid-cols-[minmax(0,max-content)_minmax(0,1fr)] items-center gap-x-4 gap-y-2">
        <Named name={w.theme} />
        <Segmented
          label={w.theme}
          value={screen.theme}
          options={THEMES.map((value) => ({ value, label: w.themes[value] }))}
          onChange={(theme) => put({ theme })}
        />
        <Named name={w.density} />
        <Segmented
          label={w.density}
          value={screen.density}
          options={DENSITIES.map((value) => ({ value, label: w.densities[value] }))}
          onChange={(density) => put({ density })}
        />
        <Named name={w.language} />
        <Segmented
          label={w.language}
          value={screen.language}
          options={SPOKEN.map((value) => ({ value, label: <InItself value={value} label={w.languages[value]} /> }))}
          onChange={(language) => void chooseLanguage(language)}
        />
      </div>
    </Section>
  )
}

/** The control says its name itself to those who hear it. */
function Named({ name }: { name: string }) {
  return (
    <span aria-hidden="true" className="text-muted">
      {name}
    </span>
  )
}

/** A language is called by its own name, and pronounced so. */
function InItself({ value, label }: { value: (typeof SPOKEN)[number]; label: string }) {
  return value === 'system' ? label : <span lang={value}>{label}</span>
}
