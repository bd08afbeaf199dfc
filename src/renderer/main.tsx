// First: no schema may be used before it.
import './lib/zod-without-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient } from '../contract/client.ts'
import { App } from './app/app.tsx'
import { showTheme } from './app/theme.ts'
import { chooseTransport } from './lib/choose-transport.ts'
import { speak } from './lib/language.ts'
import { showPlainCrash } from './ui/crash/plain-crash.ts'
import './styles/main.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')

// Until the settings are here, the system's theme and language are the best guess.
showTheme('system')
// Without its words it is English until the settings say otherwise.
await speak('system').catch(() => {})
try {
  createRoot(root, { onUncaughtError: (error) => showPlainCrash(root, error) }).render(
    <StrictMode>
      <App client={createClient(chooseTransport(window))} />
    </StrictMode>,
  )
} catch (error) {
  showPlainCrash(root, error)
}
