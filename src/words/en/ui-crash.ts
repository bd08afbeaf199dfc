import type { Pieces } from '../pieces.ts'

/** A fault of the screen. `part` is what is missing, as at a sentence's beginning: “The view”. */
export const crash = {
  title: (part: string) => `${part} ran into a fault of its own`,
  label: (part: string) => `${part} failed`,
  line: (part: string) => `${part} ran into a fault of its own; captures go on.`,
  reload: 'Reload',
  copyDetails: 'Copy details',
  onlyScreen: 'Only the screen is affected: what was stored is still there, and captures go on.',
  stillReceived: <Node>(url: Node): Pieces<Node> => [
    'Nothing is lost: postbacks are still received at ',
    url,
    ' and stored.',
  ],
  notShown: 'The screen could not be shown',
  unknownFault: (thrown: string) => `Unknown fault: ${thrown}`,
  details: {
    versionUnknown: '(version unknown)',
    head: (version: string, part: string) => `Adjump Inspector ${version}: ${part} failed.`,
    components: 'Components:',
    view: (hash: string) => `View: ${hash}`,
    time: (time: string) => `Time: ${time}`,
    screen: (agent: string) => `Screen: ${agent}`,
  },
}
