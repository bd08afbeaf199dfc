import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** A fault of the screen: the host runs on, so nothing is lost by loading the screen again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null }

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : 'Unknown fault' }
  }

  override render(): ReactNode {
    const { message } = this.state
    if (message === null) return this.props.children
    return (
      <div role="alert" className="h-full">
        <EmptyState
          title="The screen ran into a fault of its own"
          action={
            <Button variant="primary" onClick={() => window.location.reload()}>
              Load the screen again
            </Button>
          }
        >
          Nothing is lost: postbacks are still received and stored.
          <span className="mt-2 block font-mono text-s break-all">{message}</span>
        </EmptyState>
      </div>
    )
  }
}
