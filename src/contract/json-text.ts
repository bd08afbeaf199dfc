/**
 * An output that is JSON text already, of the shape that its procedure promises: what another thread has written is
 * handed on as it is, and never built as objects in between.
 */
export class JsonText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}
