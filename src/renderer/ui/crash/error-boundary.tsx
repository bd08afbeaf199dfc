import { Component, type ErrorInfo, type ReactNode } from 'react'
import { type Fault, faultOf } from './crash-details.ts'
import { CrashLine, CrashScreen } from './crash-screen.tsx'

interface Props {
  /** What is missing while this is broken, to stand at a sentence's beginning: “The view”. */
  readonly part: string
  /** A screenful, or one line where the part is a small one. */
  readonly size: 'screen' | 'line'
  /** What is shown inside. When it changes, the part gets another chance. */
  readonly shown?: string
  readonly children: ReactNode
}

/** Holds a fault of the screen to the part that it is in. The host runs on whatever happens here. */
export class ErrorBoundary extends Component<Props, { fault: Fault | null }> {
  override state: { fault: Fault | null } = { fault: null }

  static getDerivedStateFromError(error: unknown): { fault: Fault } {
    return { fault: faultOf(error) }
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ fault: { ...faultOf(error), components: componentStack ?? '' } })
  }

  override componentDidUpdate(before: Props): void {
    if (before.shown !== this.props.shown && this.state.fault) this.again()
  }

  private readonly again = (): void => {
    this.setState({ fault: null })
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (!fault) return this.props.children
    const Shown = this.props.size === 'line' ? CrashLine : CrashScreen
    return <Shown fault={fault} part={this.props.part} onAgain={this.again} />
  }
}
